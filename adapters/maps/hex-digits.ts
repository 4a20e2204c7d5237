import { HEX } from '../../src/scan/hex.js'

/** The digits of 64 bits. */
const MOST_DIGITS = 16

/** Index of that byte at or after `from`, where the eighth digit of a number ends; as far away as can be where it is not there. */
export function toByte(bytes: Uint8Array, from: number, byte: number): number {
  const last = from + MOST_DIGITS - 8
  let at = from
  while (at <= last && bytes[at] !== byte) at++
  return at
}

/** The value of the digits above the last eight of a number, or −1 when they are no digits, or more than eight. */
export function upperHex(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > MOST_DIGITS - 8) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = HEX[bytes[at] as number] as number
    if (digit > 15) return -1
    value = value * 16 + digit
  }
  return value
}
