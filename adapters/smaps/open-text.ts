import type { Sink } from '../../src/adapter.js'
import { startsWith } from '../../src/scan/cursor.js'

const NEWLINE = 0x0a
const CLOSING = 0x5d

/** How a name begins that Android copies from the program's memory without a change. */
const ANON: Uint8Array = new TextEncoder().encode('[anon:')

/** The longest value that Android prints: 255 bytes in brackets. */
const LONGEST = 255 + ANON.length + 1

/** Keeps the last field that is text, as its value may go on in the next line: `Name:` of Android does. */
export class OpenText {
  #name: Uint8Array = new Uint8Array(0)
  #value: Uint8Array | undefined

  constructor(readonly sink: Sink) {}

  /** Takes a field; the one before is whole. */
  begin(name: Uint8Array, value: Uint8Array): void {
    this.end()
    this.#name = name
    this.#value = value
  }

  /** Reads the line as more of the value, which is noted; false when there is none, or its bracket is closed. */
  continues(bytes: Uint8Array, from: number, to: number): boolean {
    const value = this.#value
    if (value === undefined || !startsWith(value, 0, value.length, ANON) || value.at(-1) === CLOSING) return false
    if (value.length + 1 + to - from > LONGEST) return false
    this.#value = Uint8Array.of(...value, NEWLINE, ...bytes.subarray(from, to))
    this.sink.part()
    this.sink.personal('pathname', bytes, from, to)
    this.sink.report('continued-name', bytes, from, to, from, to, 'extra')
    return true
  }

  /** Hands the field to the sink. */
  end(): void {
    if (this.#value !== undefined) this.sink.extra(this.#name, this.#value)
    this.#value = undefined
  }
}
