import type { JsonCursor } from './json-cursor.js'

const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const latin1 = new TextDecoder('latin1')

/** Keys and indexes that lead to a value. */
export type JsonPath = readonly (string | number)[]

/** An array or object that is being read. */
interface Frame {
  readonly array: boolean
  index: number
  keyFrom: number
  keyTo: number // exclusive
}

/**
 * Walks a JSON value and knows where each value in it stands, which JSON.parse does not tell.
 *
 * Advice to the next reader: there is no recursion, for a hostile text may nest a million deep. The walk checks the whole
 * grammar, so that a text it passes is one that JSON.parse takes; it makes no values.
 */
export class JsonWalk {
  readonly #frames: Frame[] = []

  constructor(readonly cursor: JsonCursor) {}

  /** Goes past the value at the cursor, and calls `visit` with the place of its first byte and of each value in it. */
  past(visit?: (at: number) => void): boolean {
    const { cursor } = this
    for (;;) {
      cursor.blanks()
      visit?.(cursor.at)
      const opened = this.#value()
      if (opened === undefined) return false
      if (opened) continue
      if (!this.#next()) return false
      if (this.#frames.length === 0) return true
    }
  }

  /** How many arrays and objects are around the value. */
  get depth(): number {
    return this.#frames.length
  }

  /** The way to the value; made on demand. */
  path(): JsonPath {
    return this.#frames.map(({ array, index, keyFrom, keyTo }) =>
      array ? index : latin1.decode(this.cursor.bytes.subarray(keyFrom, keyTo)),
    )
  }

  /** The last step of the way when it is an index, or −1. */
  get index(): number {
    const frame = this.#frames[this.#frames.length - 1]
    return frame?.array ? frame.index : -1
  }

  /** Reads a value, or opens it: true when a value follows inside, undefined at a fault. */
  #value(): boolean | undefined {
    const { cursor } = this
    const array = cursor.skip(OPEN_ARRAY)
    if (!array && !cursor.skip(OPEN_OBJECT)) return cursor.scalar() ? false : undefined
    cursor.blanks()
    if (cursor.skip(array ? CLOSE_ARRAY : CLOSE_OBJECT)) return false
    const frame: Frame = { array, index: 0, keyFrom: 0, keyTo: 0 }
    this.#frames.push(frame)
    return array || this.#key(frame) ? true : undefined
  }

  /** Goes on behind a value, closing what ends there; true at the next value or at the end of the outermost. */
  #next(): boolean {
    const { cursor } = this
    for (;;) {
      const frame = this.#frames[this.#frames.length - 1]
      if (frame === undefined) return true
      cursor.blanks()
      if (cursor.skip(COMMA)) {
        frame.index += 1
        return frame.array || this.#key(frame)
      }
      if (!cursor.skip(frame.array ? CLOSE_ARRAY : CLOSE_OBJECT)) return false
      this.#frames.pop()
    }
  }

  #key(frame: Frame): boolean {
    const { cursor } = this
    if (!cursor.key()) return false
    frame.keyFrom = cursor.from
    frame.keyTo = cursor.to
    return true
  }
}
