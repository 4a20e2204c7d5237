const QUOTE = 0x22
const NEWLINE = 0x0a

/** What came of a line: a whole record, one that goes on behind a newline in quotes, or none. */
export type Outcome = 'whole' | 'open' | 'fault'

/** Where a cell, or a fault, stands in the text. */
export interface CellPlace {
  /** Line of the record, from 0. */
  readonly line: number
  /** Bytes of that line before it. */
  readonly at: number
}

/**
 * Cuts a record of CSV (RFC 4180) into cells, line by line.
 *
 * Advice to the next reader: a quote that is not the first byte of its cell is a byte like others, for some writers leave
 * it so; behind a closing quote only a separator or the end may stand. The cells' bytes are put together without their
 * quotes in one buffer, which is used again for the next record.
 */
export class RecordReader {
  #out: Uint8Array = new Uint8Array(1 << 10)
  #used = 0
  #line = 0
  #open = false
  readonly #bounds: number[] = []
  readonly #quoted: boolean[] = []
  readonly #places: CellPlace[] = []
  /** Where reading stopped: the place of a fault, or of the quote that is open. */
  stopped: CellPlace = { line: 0, at: 0 }

  /** Reads the first line of a record. */
  first(bytes: Uint8Array, from: number, to: number, separator: number): Outcome {
    this.#used = 0
    this.#line = 0
    this.#open = false
    this.#bounds.length = 0
    this.#quoted.length = 0
    this.#places.length = 0
    return this.#read(bytes, from, to, separator)
  }

  /** Reads a further line of an open record. */
  next(bytes: Uint8Array, from: number, to: number, separator: number): Outcome {
    this.#line += 1
    return this.#read(bytes, from, to, separator)
  }

  /** Number of cells. */
  get length(): number {
    return this.#bounds.length
  }

  /** The bytes of a cell; lent until the next record. */
  cell(index: number): Uint8Array {
    return this.#out.subarray(index === 0 ? 0 : this.#bounds[index - 1], this.#bounds[index])
  }

  /** True for a cell in quotes: an empty one is an empty text, while nothing at all is no value. */
  isQuoted(index: number): boolean {
    return this.#quoted[index] === true
  }

  /** Where a cell begins. */
  place(index: number): CellPlace {
    return this.#places[index] ?? this.stopped
  }

  /** Where the last cell begins that begins on the record's first line. */
  get lastOnFirstLine(): CellPlace {
    return this.#places.findLast(({ line }) => line === 0) ?? this.stopped
  }

  #read(bytes: Uint8Array, from: number, to: number, separator: number): Outcome {
    this.#room(to - from + 1)
    let at = from
    for (;;) {
      if (!this.#open) {
        this.#places.push({ line: this.#line, at: at - from })
        const quoted = at < to && bytes[at] === QUOTE
        this.#quoted.push(quoted)
        if (quoted) at += 1
        this.#open = quoted
      }
      at = this.#open ? this.#inQuotes(bytes, at, to) : this.#bare(bytes, at, to, separator)
      if (this.#open) {
        this.#out[this.#used++] = NEWLINE
        this.stopped = this.place(this.#places.length - 1)
        return 'open'
      }
      if (at < to && bytes[at] !== separator) {
        this.stopped = { line: this.#line, at: at - from }
        return 'fault'
      }
      this.#bounds.push(this.#used)
      if (at >= to) return 'whole'
      at += 1
    }
  }

  /** Takes what stands in quotes, and gives the place behind the closing one. */
  #inQuotes(bytes: Uint8Array, from: number, to: number): number {
    const out = this.#out
    let at = from
    while (at < to) {
      const byte = bytes[at++] as number
      if (byte === QUOTE) {
        if (at >= to || bytes[at] !== QUOTE) {
          this.#open = false
          return at
        }
        at += 1
      }
      out[this.#used++] = byte
    }
    return at
  }

  /** Takes a cell without quotes, and gives its end. */
  #bare(bytes: Uint8Array, from: number, to: number, separator: number): number {
    const out = this.#out
    let at = from
    for (; at < to && bytes[at] !== separator; at++) out[this.#used++] = bytes[at] as number
    return at
  }

  #room(size: number): void {
    if (this.#used + size <= this.#out.length) return
    const larger = new Uint8Array(Math.max(this.#out.length * 2, this.#used + size))
    larger.set(this.#out.subarray(0, this.#used))
    this.#out = larger
  }
}
