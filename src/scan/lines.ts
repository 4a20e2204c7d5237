import { NewlineFinder } from './newline.js'

/** Where a line driver is in its input. */
export interface Place {
  /** The line being read, 1-based; 0 before the first. */
  line: number
  /** Bytes of input before the line's first byte. */
  byte: number
  /** Bytes of the line before what its consumer is given: what was taken off its beginning. */
  indent: number
  /** Bytes that are known to come behind those being read. */
  left?: number
  /** Where each line so far really begins, kept only of a text whose lines have something taken off. */
  unwrapped?: Pick<Place, 'byte' | 'indent'>[]
}

/** What a line driver calls: once a line, without its newline, then once at the end. */
export interface LineConsumer {
  /**
   * Reads the line that begins at `from`, if it knows its end without being told, and maybe more lines behind it, each of which it
   * counts in the place: gives the index of the last one's newline, which lies before `to`, or −1 when nothing was done.
   */
  ahead?(bytes: Uint8Array, from: number, to: number): number
  line(bytes: Uint8Array, from: number, to: number): void
  end(): void
}

/**
 * Cuts bytes into lines, whole or in chunks of any size: the only place that knows newlines and chunk edges.
 *
 * Lines end in `\n` alone, for a name in maps may hold `\r`. A line that lies within one chunk is handed on in place; only
 * one that a chunk edge cuts is put together in a buffer of its own.
 */
export class LineDriver {
  readonly #newlines: NewlineFinder = new NewlineFinder()
  #rest: Uint8Array = new Uint8Array(0)
  #restUsed = 0
  #consumed = 0

  constructor(
    readonly consumer: LineConsumer,
    readonly place: Place,
  ) {}

  /** Reads one chunk. */
  push(bytes: Uint8Array): void {
    // Node's Buffer, too, is lent as a plain array: slice of a Buffer would be a view, where consumers mean a copy.
    const chunk =
      bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let from = 0
    if (this.#restUsed > 0) {
      const newline = this.#newlines.find(chunk, 0, chunk.length)
      if (newline === -1) {
        this.#keep(chunk, 0)
        return
      }
      this.#keep(chunk.subarray(0, newline), 0)
      const rest = this.#rest
      const used = this.#restUsed
      this.#restUsed = 0
      this.#emit(rest, 0, used)
      from = newline + 1
    }
    const { place, consumer } = this
    const { length } = chunk
    const before = this.#consumed - from
    while (from < length) {
      place.line += 1
      place.byte = before + from
      let newline = consumer.ahead === undefined ? -1 : consumer.ahead(chunk, from, length)
      if (newline === -1) {
        newline = this.#newlines.find(chunk, from, length)
        if (newline === -1) {
          place.line -= 1
          break
        }
        consumer.line(chunk, from, newline)
      }
      from = newline + 1
    }
    this.#consumed = before + from
    this.#keep(chunk, from)
  }

  /** Reads what is left after the last newline, and ends. */
  end(): void {
    if (this.#restUsed > 0) {
      const used = this.#restUsed
      this.#restUsed = 0
      this.#emit(this.#rest, 0, used)
    }
    this.consumer.end()
  }

  #emit(bytes: Uint8Array, from: number, to: number): void {
    this.place.line += 1
    this.place.byte = this.#consumed
    this.#consumed += to - from + 1
    this.consumer.line(bytes, from, to)
  }

  #keep(chunk: Uint8Array, from: number): void {
    const size = chunk.length - from
    if (size === 0) return
    if (this.#restUsed + size > this.#rest.length) {
      const larger = new Uint8Array(Math.max(256, (this.#restUsed + size) * 2))
      larger.set(this.#rest.subarray(0, this.#restUsed))
      this.#rest = larger
    }
    this.#rest.set(chunk.subarray(from), this.#restUsed)
    this.#restUsed += size
  }
}
