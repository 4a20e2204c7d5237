import { HEX, HEX_PAIRS } from './hex.js'

/**
 * Reads numbers from bytes without making anything: the value is left in `high` and `low`, the place after it in `at`.
 *
 * Advice to the next reader: 64-bit values are kept as two halves because a bigint costs an object a number; `high` and
 * `low` are always unsigned. A reader returns false when there was no digit, or when the value does not fit 64 bits.
 */
export class Cursor {
  /** Index of the byte after what was read last. */
  at = 0
  /** Upper 32 bits of the value read last. */
  high = 0
  /** Lower 32 bits of the value read last. */
  low = 0

  /** Reads lower-case hex digits, as kernels and tools print them, from `from`, at most to `to`. */
  hex(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from
    let high = 0
    let low = 0
    // Two digits at a time: the first eight fill 32 bits, and what follows is put behind them once, at its end.
    for (const last = Math.min(to, from + 8) - 2; at <= last; at += 2) {
      const pair = HEX_PAIRS[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number
      if (pair < 0) break
      low = (low << 8) | pair
    }
    if (at === from + 8) {
      let next = 0
      for (const last = Math.min(to, from + 14) - 2; at <= last; at += 2) {
        const pair = HEX_PAIRS[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number
        if (pair < 0) break
        next = (next << 8) | pair
      }
      const bits = (at - from - 8) << 2
      // A shift by 32 is none.
      if (bits > 0) high = low >>> (32 - bits)
      low = (low << bits) | next
    }
    for (; at < to; at++) {
      const digit = HEX[bytes[at] as number] as number
      if (digit > 15) break
      if (high > 0x0fffffff) return false
      high = ((high << 4) | (low >>> 28)) >>> 0
      low = (low << 4) | digit
    }
    this.at = at
    this.high = high
    this.low = low >>> 0
    return at > from
  }

  /** Reads hex digits of either case, as people paste them; for lines that are read a second time. */
  anyHex(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.hex(bytes, from, to) && this.at === to) return true
    const lower = bytes.slice(from, to).map((byte) => (byte >= 0x41 && byte <= 0x46 ? byte | 0x20 : byte))
    if (!this.hex(lower, 0, lower.length)) return false
    this.at += from
    return true
  }

  /** Reads decimal digits from `from`, at most to `to`. */
  decimal(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from
    // Nine digits fit 32 bits, and fifteen are exact in a double; both are the common case.
    let value = 0
    const split = Math.min(to, from + 15)
    for (; at < split; at++) {
      const digit = (bytes[at] as number) - 0x30
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === from) return false
    const next = at < to ? (bytes[at] as number) - 0x30 : -1
    if (next < 0 || next > 9) {
      this.at = at
      this.high = (value / 0x100000000) >>> 0
      this.low = value >>> 0
      return true
    }
    return this.#longDecimal(bytes, at, to, value)
  }

  /** The value read last as a number; exact below 2^53. */
  number(): number {
    return this.high * 0x100000000 + this.low
  }

  /** The value read last. */
  bigint(): bigint {
    return (BigInt(this.high) << 32n) | BigInt(this.low)
  }

  #longDecimal(bytes: Uint8Array, from: number, to: number, value: number): boolean {
    let at = from
    let long = BigInt(value)
    for (; at < to; at++) {
      const digit = (bytes[at] as number) - 0x30
      if (digit < 0 || digit > 9) break
      long = long * 10n + BigInt(digit)
      if (long >> 64n !== 0n) return false
    }
    this.at = at
    this.high = Number(long >> 32n)
    this.low = Number(long & 0xffffffffn)
    return true
  }
}

/** True when `bytes[from, to)` are the digits that a number padded with zeros to `width` has. */
export function isPadded(bytes: Uint8Array, from: number, to: number, width: number): boolean {
  const digits = to - from
  return digits === width || (digits > width && bytes[from] !== 0x30)
}

/** Index of the first byte at or after `from` that is not a blank. */
export function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] === 0x20) at++
  return at
}

/** Index of the first blank at or after `from`, or `to`. */
export function toBlank(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== 0x20) at++
  return at
}

/** True when `bytes` holds `text` at `from`, within `to`. */
export function startsWith(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from < text.length) return false
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false
  return true
}
