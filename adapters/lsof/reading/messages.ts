import { startsWith } from '../../../src/scan/cursor.js'

const BLANK = 0x20
const PREFIX = new TextEncoder().encode('lsof: ')
const RULE = new TextEncoder().encode('====')

/** Knows what lsof says on standard error, for people keep both streams in one file: a line, and indented ones after it. */
export class Messages {
  #open = false

  /** True when the line is a message or the rest of one. */
  has(bytes: Uint8Array, from: number, to: number): boolean {
    this.#open = startsWith(bytes, from, to, PREFIX) || (this.#open && bytes[from] === BLANK)
    return this.#open
  }
}

/** True for the line that `lsof -r` prints between two looks: `=======`. */
export function isRepeatRule(bytes: Uint8Array, from: number, to: number): boolean {
  return startsWith(bytes, from, to, RULE)
}
