const NEWLINE = 0x0a

/** Four newlines, and what the test for a zero byte in a word needs. */
const NEWLINES = 0x0a0a0a0a
const ONES = 0x01010101
const HIGH_BITS = 0x80808080

/**
 * Finds newlines, four bytes at a time.
 *
 * Advice to the next reader: lines are so short that a call of `indexOf` costs more than what it searches.
 */
export class NewlineFinder {
  #bytes: Uint8Array = new Uint8Array(0)
  #words: DataView = new DataView(this.#bytes.buffer)

  /** Index of the first newline at or after `from` and before `to`, or −1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    const words = this.#words
    let at = from
    for (const last = to - 4; at <= last; at += 4) {
      const zeroed = words.getInt32(at, true) ^ NEWLINES
      // A word has a zero byte when taking one from each borrows into a high bit that was not set.
      if (((zeroed - ONES) & ~zeroed & HIGH_BITS) !== 0) break
    }
    for (; at < to; at++) if (bytes[at] === NEWLINE) return at
    return -1
  }
}
