/** Value of a hex digit by its byte; 255 for every other byte. Upper case counts: people paste it. */
const HEX: Uint8Array = new Uint8Array(256).fill(255)
for (let i = 0; i < 10; i++) HEX[0x30 + i] = i
for (let i = 0; i < 6; i++) {
  HEX[0x61 + i] = 10 + i
  HEX[0x41 + i] = 10 + i
}

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

  /** Reads hex digits from `from`, at most to `to`. */
  hex(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from
    let high = 0
    let low = 0
    const split = Math.min(to, from + 7)
    for (; at < split; at++) {
      const digit = HEX[bytes[at] as number] as number
      if (digit > 15) break
      low = (low << 4) | digit
    }
    if (at === split && at > from) {
      for (; at < to; at++) {
        const digit = HEX[bytes[at] as number] as number
        if (digit > 15) break
        if (high > 0x0fffffff) return false
        high = ((high << 4) | (low >>> 28)) >>> 0
        low = (low << 4) | digit
      }
    }
    this.at = at
    this.high = high
    this.low = low >>> 0
    return at > from
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
