import { isMapped, textOf } from '../reading/record.js'

/** A line that is remembered until the next one tells what it is. */
export interface HeldLine {
  readonly bytes: Uint8Array
  readonly line: number
  /** Bytes of the text before it. */
  readonly byte: number
}

/**
 * Knows the rules between two looks that `lsof -r1mWORDS` makes of words instead of `=======`.
 *
 * Titles that follow tell the first one; from then on a line that differs from it in digits alone, as a time does, is one.
 */
export class WordRules {
  readonly #shapes: Set<string> = new Set()

  /** True when titles may yet tell that the line is a rule: nothing in it looks like a row. */
  mayBe(bytes: Uint8Array, from: number, to: number): boolean {
    const words = textOf(bytes, from, to)
      .split(' ')
      .filter((word) => word !== '')
    return !/^\d+$/.test(words[1] ?? '') && !words.some((word) => isMapped(word.replace(/-.*/, '')))
  }

  /** Learns that a line is a rule. */
  learn(bytes: Uint8Array): void {
    this.#shapes.add(shapeOf(bytes, 0, bytes.length))
  }

  /** True for a rule like one before. */
  has(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#shapes.size > 0 && this.#shapes.has(shapeOf(bytes, from, to))
  }
}

function shapeOf(bytes: Uint8Array, from: number, to: number): string {
  return textOf(bytes, from, to).replace(/\d/g, '0')
}
