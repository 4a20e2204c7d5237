import type { CounterColumn } from '../../../src/model/counters.js'
import type { ByteWriter } from '../../../src/scan/writer.js'

const BLANK = 0x20
const ZERO = 0x30

/**
 * Writes the counters of one row after the other, each behind a blank and to the right of its column, or beyond.
 *
 * Advice to the next reader: most counters of a row are those of the row before, so its cells are kept, and only a number that is
 * another one is written into them.
 */
export class NumberCells {
  readonly #columns: readonly CounterColumn[]
  readonly #cells: Uint8Array
  /** Where each cell begins, and the end of the last. */
  readonly #starts: Int32Array
  /** The numbers in the cells. */
  readonly #written: Float64Array

  constructor(
    columns: readonly CounterColumn[],
    readonly widths: readonly number[],
  ) {
    this.#columns = columns
    this.#starts = new Int32Array(columns.length + 1)
    for (let at = 0; at < columns.length; at++) {
      this.#starts[at + 1] = (this.#starts[at] as number) + 1 + (widths[at] as number)
    }
    this.#cells = new Uint8Array(this.#starts[columns.length] as number).fill(BLANK)
    this.#written = new Float64Array(columns.length).fill(Number.NaN)
  }

  /** Writes the cells of a row, which has all the counters. */
  write(writer: ByteWriter, row: number): void {
    const columns = this.#columns
    const written = this.#written
    for (let at = 0; at < columns.length; at++) {
      const value = (columns[at] as CounterColumn).printed(row) as number
      if (value !== written[at] && !this.#put(at, value)) {
        this.#writeWider(writer, row)
        return
      }
    }
    writer.bytes(this.#cells)
  }

  /** Writes a row with a number that is wider than its column. */
  #writeWider(writer: ByteWriter, row: number): void {
    for (const [at, column] of this.#columns.entries()) {
      writer.byte(BLANK)
      writer.number(column.printed(row) as number, this.widths[at])
    }
  }

  /** Writes a number into its cell; false when it is too wide for that. */
  #put(place: number, value: number): boolean {
    const width = this.widths[place] as number
    if (width < 1 || value >= 10 ** width) return false
    const cells = this.#cells
    const from = this.#starts[place] as number
    let at = this.#starts[place + 1] as number
    let rest = value
    do {
      const next = Math.floor(rest / 10)
      cells[--at] = ZERO + (rest - next * 10)
      rest = next
    } while (rest > 0)
    while (at > from) cells[--at] = BLANK
    this.#written[place] = value
    return true
  }
}
