import { VM_FLAGS } from '../../../src/kernel/vmflags.js'

const BLANK = 0x20
const LETTERS = 26

/** Index after the last of the two-letter codes that stand at `from`, one blank between them; `from` when there is none. */
export function endOfCodes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  let end = from
  while (at + 2 <= to && isLetter(bytes[at] as number) && isLetter(bytes[at + 1] as number)) {
    if (at + 2 < to && bytes[at + 2] !== BLANK) break
    end = at + 2
    at += 3
  }
  return end
}

/** True when the code `mr` is among `bytes[from, to)`: whatever a process maps, it may read in the end. */
export function hasMayRead(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 2 <= to; at += 3) if (bytes[at] === 0x6d && bytes[at + 1] === 0x72) return true
  return false
}

/** A table of the codes that some kernel prints, for `codeAt` to look up; the caller's own. */
export function knownCodes(): Uint8Array {
  const known = new Uint8Array(LETTERS * LETTERS)
  for (const { code } of VM_FLAGS) known[placeOf(code.charCodeAt(0), code.charCodeAt(1))] = 1
  return known
}

/** The place in such a table of the code at `at`. */
export function codeAt(bytes: Uint8Array, at: number): number {
  return placeOf(bytes[at] as number, bytes[at + 1] as number)
}

function placeOf(first: number, second: number): number {
  return (first - 0x61) * LETTERS + second - 0x61
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}
