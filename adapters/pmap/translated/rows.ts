import type { Sink } from '../../../src/adapter.js'
import { toBlank } from '../../../src/scan/cursor.js'
import type { PrintedBlock } from '../printed/block.js'
import { leastCells } from '../printed/narrow-cells.js'
import { NarrowRows } from '../procps/narrow.js'
import { NARROW_SHAPES } from '../procps/narrow-shape.js'
import { WideRows } from '../procps/wide.js'
import { Rows } from '../rows.js'

const ZERO = 0x30

/**
 * Reads rows below titles in another language, which do not tell whether they are of -x or of -d: the first row does.
 *
 * Advice to the next reader: the titles' bytes count as their width, and so widen the columns below. Numbers are padded to
 * that width, addresses and offsets with zeros: in Georgian they have 27 and 24 digits.
 */
export class TranslatedRows extends Rows {
  readonly #candidates: readonly NarrowRows[]
  #chosen: NarrowRows | undefined

  constructor(sink: Sink) {
    super(sink)
    this.#candidates = NARROW_SHAPES.filter(({ dialect }) => dialect === 'x' || dialect === 'd').map(
      (shape) => new PaddedRows(sink, shape),
    )
  }

  get dialect(): string {
    return this.#chosen?.dialect ?? 'x'
  }

  override noteHeading(_text: string, bytes: Uint8Array, from: number, to: number): void {
    this.sink.report('translated', bytes, from, to, from, to)
  }

  override get measuresEach(): boolean {
    return true
  }

  override measure(printed: PrintedBlock, bytes: Uint8Array, from: number, to: number): void {
    const shape = this.#chosen?.shape
    const count = 3 + (shape?.cells.length ?? 0) + (shape?.hasOffset ? 2 : 0)
    printed.cells = leastCells(printed.cells, bytes, from, to, count)
  }

  row(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#chosen !== undefined) return this.#chosen.row(bytes, from, to) || this.#blame(this.#chosen)
    let nearest: NarrowRows | undefined
    for (const rows of this.#candidates) {
      if (rows.row(bytes, from, to)) {
        this.#chosen = rows
        this.sink.dialect(rows.dialect)
        return true
      }
      if (nearest === undefined || rows.faultFrom > nearest.faultFrom) nearest = rows
    }
    return this.#blame(nearest as NarrowRows)
  }

  #blame(rows: NarrowRows): false {
    this.foreign = rows.foreign
    return this.fault(rows.code, rows.faultFrom, rows.faultTo, rows.field)
  }
}

/** Rows whose addresses may be padded beyond 16 digits. */
class PaddedRows extends NarrowRows {
  protected override start(bytes: Uint8Array, at: number, to: number): boolean {
    let from = at
    const end = toBlank(bytes, at, to)
    while (end - from > 16 && bytes[from] === ZERO) from++
    return super.start(bytes, from, to)
  }
}

/** Reads rows of -X and -XX below titles in another language. */
export class TranslatedWideRows extends WideRows {
  override noteHeading(text: string, bytes: Uint8Array, from: number, to: number): void {
    this.sink.report('translated', bytes, from, to, from, to)
    super.noteHeading(text, bytes, from, to)
  }
}
