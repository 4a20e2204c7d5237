import type { CounterLine } from './layout.js'

const BLANK = 0x20
const ZERO = 0x30
const BLANKS = 0x20202020

/** A longer number is not exact in a double. */
const MOST_DIGITS = String(Number.MAX_SAFE_INTEGER).length

/** What `CounterReader` gives for a line that is laid out in another way. */
export const NO_MATCH = -1

/**
 * Reads counters that are laid out as a known line.
 *
 * Advice to the next reader: nearly every byte of smaps passes here, so the text is compared four bytes at a time. A match
 * promises that writing the number with the same layout gives the same bytes, so leading zeros and any other number of
 * blanks are no match.
 */
export class CounterReader {
  #bytes: Uint8Array = new Uint8Array(0)
  #words: DataView = new DataView(this.#bytes.buffer)

  /** The number of `bytes[from, to)` when it is exactly what `line` prints for it, else NO_MATCH. */
  read(line: CounterLine, bytes: Uint8Array, from: number, to: number): number {
    const { unit, width } = line
    const numberFrom = from + line.text.length
    const numberTo = to - unit.length
    if (numberTo <= numberFrom || !this.#hasText(line, bytes, from)) return NO_MATCH
    for (let i = 0, at = numberTo; at < to; i++, at++) if (bytes[at] !== unit[i]) return NO_MATCH
    const words = this.#words
    let at = numberFrom
    while (at + 4 < numberTo && words.getInt32(at) === BLANKS) at += 4
    while (at < numberTo && bytes[at] === BLANK) at++
    const digits = numberTo - at
    const aligned = at > numberFrom ? numberTo - numberFrom === width : digits >= width
    if (!aligned || digits === 0 || digits > MOST_DIGITS || (bytes[at] === ZERO && digits > 1)) return NO_MATCH
    let value = 0
    for (; at < numberTo; at++) {
      const digit = (bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) return NO_MATCH
      value = value * 10 + digit
    }
    return value <= Number.MAX_SAFE_INTEGER ? value : NO_MATCH
  }

  #hasText({ text, textWords }: CounterLine, bytes: Uint8Array, from: number): boolean {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    const words = this.#words
    const count = textWords.length
    for (let i = 0; i < count; i++) if (words.getInt32(from + (i << 2), true) !== textWords[i]) return false
    for (let i = count << 2; i < text.length; i++) if (bytes[from + i] !== text[i]) return false
    return true
  }
}
