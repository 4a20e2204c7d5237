import { isSmapsField, isTextField } from '../../src/kernel/smaps-fields.js'
import { latin1 } from '../../src/model/pathname.js'

const BLANK = 0x20
const TAB = 0x09
const RETURN = 0x0d
const COLON = 0x3a
const DASH = 0x2d

/** True for a blank, a TAB, or the carriage return that a copy through other systems leaves. */
export function isSpace(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB || byte === RETURN
}

/** Index of the first byte at or after `from` that is no space. */
export function skipSpaces(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(bytes[at])) at++
  return at
}

/** Index after the last byte before `to` that is no space. */
export function trimSpaces(bytes: Uint8Array, from: number, to: number): number {
  let at = to
  while (at > from && isSpace(bytes[at - 1])) at--
  return at
}

/** Index after the decimal digits at `from`. */
export function skipDigits(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && isDigit(bytes[at] as number)) at++
  return at
}

/** True for what opens a header: two hex numbers with a dash between them, and a blank. */
export function opensWithRange(bytes: Uint8Array, from: number, to: number): boolean {
  const dash = skipHex(bytes, from, to)
  if (dash === from || bytes[dash] !== DASH) return false
  const blank = skipHex(bytes, dash + 1, to)
  return blank > dash + 1 && blank < to && bytes[blank] === BLANK
}

/** True for a line that is more like a damaged header than like anything else: its first word has a dash or a digit first. */
export function looksLikeHeader(bytes: Uint8Array, from: number, to: number): boolean {
  let at = skipSpaces(bytes, from, to)
  if (at < to && isDigit(bytes[at] as number)) return true
  for (; at < to && !isSpace(bytes[at]); at++) if (bytes[at] === DASH) return true
  return false
}

/** Index of the colon of a label at `from` (a letter, then visible ASCII), or −1 for none. */
export function labelEnd(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || !isLetter(bytes[from] as number)) return -1
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] as number
    if (byte === COLON) return at
    if (byte <= BLANK || byte > 0x7e) return -1
  }
  return -1
}

/** True for a line with the label of a field that some kernel prints. */
export function isField(bytes: Uint8Array, from: number, to: number): boolean {
  const colon = labelEnd(bytes, from, to)
  if (colon < 0) return false
  const label = latin1(bytes.subarray(from, colon))
  return isSmapsField(label) || isTextField(label) || label === 'VmFlags'
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function skipHex(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    const byte = bytes[at] as number
    const lower = byte | 0x20
    if (!isDigit(byte) && !(lower >= 0x61 && lower <= 0x66)) break
    at++
  }
  return at
}
