import { characterSize } from '../../../src/report/printable.js'

const BACKSLASH = 0x5c
const DELETE = 0x7f
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const DIGITS = new TextEncoder().encode('0123456789abcdef')

/** What follows the backslash for the five control characters that have a letter. */
const LETTERS: Readonly<Record<number, number>> = { 8: 0x62, 9: 0x74, 10: 0x6e, 12: 0x66, 13: 0x72 }

/**
 * A raw name as lsof prints it under `LC_ALL=C` (`safestrprt` of lsof 4.93 to 4.99.7); `^` itself is not escaped. Where char is
 * `unsigned`, byte 0xff becomes `^?`.
 */
export function escapeC(name: Uint8Array, unsigned = false): Uint8Array {
  if (isPlain(name)) return name
  const out = new Uint8Array(name.length * 4)
  let size = 0
  for (const byte of name) {
    if (byte === BACKSLASH) {
      out[size++] = BACKSLASH
      out[size++] = BACKSLASH
    } else if (byte === 0xff && unsigned) {
      out[size++] = 0x5e
      out[size++] = 0x3f
    } else if (byte >= DELETE) {
      size = putHex(out, size, byte)
    } else if (byte >= 0x20) {
      out[size++] = byte
    } else {
      const letter = LETTERS[byte]
      out[size++] = letter === undefined ? 0x5e : BACKSLASH
      out[size++] = letter ?? byte + 0x40
    }
  }
  return out.slice(0, size)
}

/**
 * A raw name as lsof prints it in a UTF-8 locale (all versions): what `escapeC` does, but for valid characters that glibc takes
 * for printable, which stay.
 */
export function escapeUtf8(name: Uint8Array, unsigned = false): Uint8Array {
  if (isPlain(name)) return name
  const out: number[] = []
  for (let at = 0; at < name.length; ) {
    const size = Math.max(characterSize(name, at), 1)
    const character = name.subarray(at, at + size)
    for (const byte of size > 1 && isPrintable(character) ? character : escapeC(character, unsigned)) out.push(byte)
    at += size
  }
  return Uint8Array.from(out)
}

/** True for a name that is printed as it is in every locale. */
function isPlain(name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at++) {
    const byte = name[at] as number
    if (byte < 0x20 || byte >= DELETE || byte === BACKSLASH) return false
  }
  return true
}

/** True for a character that glibc's `iswprint` takes: neither a control, nor unassigned, nor a separator of lines. */
function isPrintable(character: Uint8Array): boolean {
  return !/[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u.test(decoder.decode(character))
}

/** A name printed in any locale in its `LC_ALL=C` form: bytes from 0x80 up become `\xNN`, all else stays. */
export function toC(printed: Uint8Array): Uint8Array {
  const out = new Uint8Array(printed.length * 4)
  let size = 0
  for (const byte of printed) {
    if (byte > DELETE) size = putHex(out, size, byte)
    else out[size++] = byte
  }
  return out.slice(0, size)
}

function putHex(out: Uint8Array, at: number, byte: number): number {
  out[at] = BACKSLASH
  out[at + 1] = 0x78
  out[at + 2] = DIGITS[byte >> 4] as number
  out[at + 3] = DIGITS[byte & 15] as number
  return at + 4
}
