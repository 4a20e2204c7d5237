import { JsonCursor } from '../../../src/scan/json-cursor.js'
import { JsonWalk } from '../../../src/scan/json-walk.js'

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** A value in a JSON text, by its bounds; those of a string lie between its quotes. */
export interface JsonValue {
  readonly kind: 'string' | 'word' | 'nested'
  readonly from: number
  readonly to: number // exclusive
}

/**
 * Goes through a JSON text from list to list: names in lsof's JSON need not be UTF-8, which JSON.parse wants.
 *
 * Every reader gives false or undefined at a fault, and `at` then stands on the first byte that no JSON has there.
 */
export class JsonReader {
  readonly #cursor: JsonCursor

  constructor(bytes: Uint8Array) {
    this.#cursor = new JsonCursor(bytes, 'any bytes')
  }

  /** Index of the next byte. */
  get at(): number {
    return this.#cursor.at
  }

  set at(at: number) {
    this.#cursor.at = at
  }

  /** Goes past blanks and newlines. */
  blanks(): void {
    this.#cursor.blanks()
  }

  /** True when the next value is an object, or with `[` an array. */
  opens(bracket: '{' | '['): boolean {
    return this.#first() === (bracket === '{' ? OPEN_OBJECT : OPEN_ARRAY)
  }

  /** Reads an object; `read` takes the value of each key in turn. */
  members(read: (key: JsonValue) => boolean): boolean {
    const cursor = this.#cursor
    return this.#each(CLOSE_OBJECT, () => cursor.key() && read({ kind: 'string', from: cursor.from, to: cursor.to }))
  }

  /** Reads an array; `read` takes each element in turn. */
  elements(read: () => boolean): boolean {
    return this.#each(CLOSE_ARRAY, read)
  }

  /** Reads a value of any kind. */
  value(): JsonValue | undefined {
    const cursor = this.#cursor
    const first = this.#first()
    if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
      const from = cursor.at
      return new JsonWalk(cursor).past() ? { kind: 'nested', from, to: cursor.at } : undefined
    }
    if (!cursor.scalar()) return undefined
    return { kind: first === QUOTE ? 'string' : 'word', from: cursor.from, to: cursor.to }
  }

  #first(): number | undefined {
    this.#cursor.blanks()
    return this.#cursor.bytes[this.#cursor.at]
  }

  #each(close: number, read: () => boolean): boolean {
    const cursor = this.#cursor
    cursor.at += 1
    cursor.blanks()
    if (cursor.skip(close)) return true
    for (;;) {
      cursor.blanks()
      if (!read()) return false
      cursor.blanks()
      if (cursor.skip(close)) return true
      if (!cursor.skip(COMMA)) return false
    }
  }
}
