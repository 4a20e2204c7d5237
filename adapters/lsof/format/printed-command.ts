import type { Source } from '../../../src/adapter.js'
import { isCharUnsigned } from '../names/char.js'
import { escapeC } from '../names/escape.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What a UTF-8 locale does not print: control characters, and what is no character. */
const UNPRINTABLE = /[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u

/** A command as `-F` (lsof 4.93 to 4.99) prints it: in a UTF-8 locale characters stay, all else is escaped as under `C`. */
export function printedCommand(command: Uint8Array, { locale, arch }: Source): Uint8Array {
  const unsigned = isCharUnsigned(arch)
  if (locale !== 'UTF-8') return escapeC(command, unsigned)
  const out: number[] = []
  for (let at = 0; at < command.length; ) {
    const size = sizeOf(command[at] as number)
    const character = command.subarray(at, at + size)
    const stays = size > 1 && isPrintable(character)
    const taken = stays ? character : command.subarray(at, at + 1)
    out.push(...(stays ? taken : escapeC(taken, unsigned)))
    at += taken.length
  }
  return Uint8Array.from(out)
}

function sizeOf(lead: number): number {
  if (lead < 0xc0) return 1
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

function isPrintable(character: Uint8Array): boolean {
  try {
    const text = decoder.decode(character)
    return encoder.encode(text).length === character.length && !UNPRINTABLE.test(text)
  } catch {
    return false
  }
}
