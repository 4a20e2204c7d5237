import { ESCAPE_LETTERS } from '../../../src/scan/c-escape.js'

const BACKSLASH = 0x5c
const encoder = new TextEncoder()

/**
 * The bytes that a JSON string stands for: those of `bytes[from, to)`, its escapes taken off. Bytes that are not UTF-8, which
 * lsof writes as they are, stay; so does the half of a pair by which Python writes such a byte (`\udcff` is 0xff).
 */
export function unescapeJson(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const whole = bytes.subarray(from, to)
  if (!whole.includes(BACKSLASH)) return whole.slice()
  const out: number[] = []
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte !== BACKSLASH) {
      out.push(byte)
      continue
    }
    at += 1
    const letter = bytes[at] as number
    if (letter !== 0x75) {
      out.push(ESCAPE_LETTERS.get(letter) ?? letter)
      continue
    }
    const code = codeAt(bytes, at + 1)
    at += 4
    const pair = isHigh(code) && bytes[at + 1] === BACKSLASH && bytes[at + 2] === 0x75 && at + 6 < to
    const low = pair ? codeAt(bytes, at + 3) : 0
    if (low >= 0xdc00 && low < 0xe000) {
      out.push(...encoder.encode(String.fromCharCode(code, low)))
      at += 6
    } else if (code >= 0xdc80 && code <= 0xdcff) out.push(code - 0xdc00)
    else out.push(...encoder.encode(String.fromCharCode(code)))
  }
  return Uint8Array.from(out)
}

function codeAt(bytes: Uint8Array, at: number): number {
  return Number.parseInt(String.fromCharCode(...bytes.subarray(at, at + 4)), 16)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}
