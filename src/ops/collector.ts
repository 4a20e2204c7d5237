import type { Adapter, LineCounts, Personal, ProcessFacts, Sink, Source, Total, View } from '../adapter.js'
import { TableBuilder } from '../model/builder.js'
import type { CounterColumn } from '../model/counters.js'
import type { FieldName } from '../model/fields.js'
import type { MappingRows } from '../model/mapping-rows.js'
import type { Region } from '../model/region.js'
import type { DiagnosticCode } from '../report/codes.js'
import { Diagnostics, diagnosticAt } from '../report/diagnostic.js'
import type { Place } from '../scan/lines.js'

/** The one Sink: fills a table and gathers findings, and makes a View of each process that a text names. */
export class Collector extends TableBuilder implements Sink {
  readonly place: Place = { line: 0, byte: 0, indent: 0 }
  #views: View[] = []
  #begun = false
  /** The line on which a region began last. */
  #lastLine = 0
  #process: ProcessFacts | undefined
  #totals: Total[] = []
  #uncounted: bigint[] = []
  #dialect: string
  #silent: Set<FieldName> = new Set()
  #origin: { adapter: string; says: readonly FieldName[]; source: Source } | undefined
  #diagnostics: Diagnostics = new Diagnostics()
  #lines: LineCounts = noLines()

  constructor(
    readonly adapter: Adapter,
    dialect: string,
    readonly source: Source,
  ) {
    super()
    this.#dialect = dialect
  }

  region(): void {
    const { line } = this.place
    this.openRow(line)
    // Several regions may begin on one line of JSON; it is one line all the same.
    if (line !== this.#lastLine) this.#lines.regions += 1
    this.#lastLine = line
  }

  mappings(rows: MappingRows, bytes: Uint8Array): void {
    const { place } = this
    const { left = 0 } = place
    // As many to a byte as so far, where somebody knows how much will come.
    const likely = left === 0 || place.byte === 0 ? 0 : Math.ceil(((rows.left + left) * this.length) / place.byte)
    this.addRows(rows, bytes, place.line, likely)
    this.#lines.regions += rows.count
    place.line += rows.count - 1
    this.#lastLine = place.line
  }

  counters(columns: readonly CounterColumn[], values: ArrayLike<number>, count: number): void {
    this.setCounters(columns, values, count)
    this.#lines.parts += count
    this.place.line += count - 1
  }

  part(): void {
    this.#lines.parts += 1
  }

  heading(): void {
    this.#lines.headings += 1
  }

  footer(): void {
    this.#lines.footers += 1
  }

  reject(bytes?: bigint): void {
    this.#lines.rejected += 1
    if (bytes !== undefined) this.#uncounted.push(bytes)
  }

  dialect(name: string): void {
    this.#dialect = name
  }

  origin(adapter: string, dialect: string, says: readonly FieldName[], source: Source): void {
    this.#origin = { adapter, says, source }
    this.#dialect = dialect
  }

  silent(...fields: FieldName[]): void {
    for (const field of fields) this.#silent.add(field)
  }

  total(name: string, value: bigint): void {
    this.#totals.push({ name, value, line: this.place.line })
  }

  personal(_what: Personal, _bytes: Uint8Array, _from: number, _to: number): void {}

  process(facts?: ProcessFacts): void {
    if (this.#begun) {
      this.#finish()
      this.#totals = []
      this.#uncounted = []
      this.#diagnostics = new Diagnostics()
      this.#lines = noLines()
      this.restart()
    }
    this.#begun = true
    this.#process = facts
  }

  returnTo(line: number, byte: number): void {
    const { place } = this
    // A reader that returns to a line knows only what it was given of the text.
    const { byte: began, indent } = place.unwrapped?.[line - 1] ?? { byte, indent: 0 }
    place.line = line
    place.byte = began
    place.indent = indent
  }

  report(
    code: DiagnosticCode,
    bytes: Uint8Array,
    lineFrom: number,
    lineTo: number,
    from: number,
    to: number,
    field?: string,
  ): void {
    this.#diagnostics.add(diagnosticAt(code, this.place, bytes, lineFrom, lineTo, from, to, field))
  }

  /** The views of the text, in its order; at least one, which may be empty. */
  views(): readonly View[] {
    this.#finish()
    return this.#views
  }

  #finish(): void {
    const says = new Set(this.#origin?.says ?? this.adapter.dialects[this.#dialect]?.says)
    for (const field of this.#silent) says.delete(field)
    this.#views.push({
      adapter: this.#origin?.adapter ?? this.adapter.name,
      dialect: this.#dialect,
      table: this.build(),
      totals: this.#totals,
      ...(this.#uncounted.length === 0 ? {} : { uncounted: this.#uncounted }),
      ...(this.#process === undefined ? {} : { process: this.#process }),
      source: { ...this.#origin?.source, ...this.source },
      diagnostics: this.#diagnostics,
      lines: this.#lines,
      says,
      [Symbol.iterator]: regions,
    })
  }
}

/** Iterates whatever table the view has: a copy of a view may be given another. */
function regions(this: View): Iterator<Region> {
  return this.table[Symbol.iterator]()
}

function noLines(): LineCounts {
  return { regions: 0, parts: 0, headings: 0, footers: 0, rejected: 0 }
}
