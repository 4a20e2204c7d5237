import type { Locale } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { characterSize } from '../../../src/report/printable.js'

const QUESTION = 0x3f
const DOT = 0x2e

/** The bytes of a command that cannot be printed as procps replaces them, by its version and locale. */
export function escapeCommand(bytes: Uint8Array, version: string | undefined, locale: Locale): Uint8Array {
  const control = isBefore(version, '4.0.6') ? DOT : QUESTION
  if (locale === 'C') return bytes.map((byte) => asciiByte(byte, control))
  // From 4.0.0 to 4.0.3 one byte that is not UTF-8 makes the whole string pass for one of the C locale.
  const mayFallBack = !isBefore(version, '4.0.0') && isBefore(version, '4.0.4')
  const out = new Uint8Array(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; ) {
    const width = characterSize(bytes, at)
    if (width === 0 && mayFallBack) {
      for (; at < bytes.length; at++) out[size++] = asciiByte(bytes[at] as number, control)
      break
    }
    if (width > 1 && !isHidden(bytes, at, version)) {
      out.set(bytes.subarray(at, at + width), size)
      size += width
    } else out[size++] = width === 1 ? asciiByte(bytes[at] as number, QUESTION) : QUESTION
    at += Math.max(1, width)
  }
  return out.subarray(0, size)
}

function asciiByte(byte: number, control: number): number {
  if (byte > 0x7f) return QUESTION
  return byte < 0x20 || byte === 0x7f ? control : byte
}

/** True for a control character of two bytes, and from 4.0.5 on for one of private use. */
function isHidden(bytes: Uint8Array, at: number, version: string | undefined): boolean {
  const first = bytes[at] as number
  const second = bytes[at + 1] as number
  if (first === 0xc2) return second < 0xa0
  if (isBefore(version, '4.0.5')) return false
  if (first === 0xee) return true
  if (first === 0xef) return second < 0xa4
  return first === 0xf3 ? second >= 0xb0 : first === 0xf4
}
