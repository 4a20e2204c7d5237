import type { CounterColumn } from '../../src/model/counters.js'
import { HAS_VM_FLAGS } from '../../src/model/fields.js'
import type { RegionTable } from '../../src/model/table.js'
import { MemmapsError } from '../../src/report/errors.js'
import type { ByteWriter } from '../../src/scan/writer.js'
import { type CounterLine, FLAGS_LINE, type FlagsLine, Layout, linesOf, newestTextLine } from './layout.js'

const NEWLINE = 0x0a

/** The extra field that a header of maps leaves: perms of more than four characters. */
const PERMS = 'perms'

/** The extra field that Android prints right below the header. */
const NAME = 'Name'

type Extras = readonly (readonly [name: number, value: number])[]
const NO_EXTRAS: Extras = []

/** Writes what stands below the headers of one table. */
export class RecordWriter {
  /** The columns of a layout's counters, line by line: looked up once a layout. */
  readonly #columns: Map<Layout, readonly (CounterColumn | undefined)[]> = new Map()
  /** How regions without a layout are written. */
  readonly #lines: readonly { readonly line: CounterLine; readonly column: CounterColumn }[]

  constructor(
    readonly writer: ByteWriter,
    readonly table: RegionTable,
    /** The kernel release that orders and spaces what has no layout; the newest where it is not known. */
    release: string | undefined,
  ) {
    const { counters } = table.columns
    this.#lines = linesOf(counters.keys(), release).flatMap((line) => {
      const column = counters.get(line.name)
      return column === undefined ? [] : [{ line, column }]
    })
  }

  /** Writes the lines below a row's header. */
  write(row: number): void {
    const layout = this.table.layout(row)
    if (layout instanceof Layout) this.#writeAsRead(row, layout)
    else this.#writeAsPrinted(row)
  }

  #writeAsRead(row: number, layout: Layout): void {
    const { table, writer } = this
    const columns = this.#columnsOf(layout)
    const { lines } = layout
    const extras = table.columns.extras?.get(row) ?? NO_EXTRAS
    // What the header left stands before what the lines left.
    let extra = extras.length - layout.texts
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as (typeof lines)[number]
      if (line.kind === 'counter') {
        const column = columns[i]
        if (column !== undefined) this.#counter(line, column, row)
      } else if (line.kind === 'flags') {
        this.#flags(line, row)
      } else {
        const [, value] = extras[extra++] as Extras[number]
        writer.bytes(line.before)
        writer.bytes(table.columns.names.bytes(value))
        writer.byte(NEWLINE)
      }
    }
  }

  #writeAsPrinted(row: number): void {
    const { table } = this
    const extras = (table.columns.extras?.get(row) ?? NO_EXTRAS).map(([name, value]) => ({
      name: table.columns.names.text(name),
      value: table.columns.names.bytes(value),
    }))
    for (const { name, value } of extras) if (name === NAME) this.#text(row, name, value)
    for (const { line, column } of this.#lines) this.#counter(line, column, row)
    for (const { name, value } of extras) if (name !== NAME && name !== PERMS) this.#text(row, name, value)
    if (table.has(row, HAS_VM_FLAGS)) this.#flags(FLAGS_LINE, row)
  }

  #counter(line: CounterLine, column: CounterColumn, row: number): void {
    const value = column.printed(row)
    if (value === undefined) return
    if (!Number.isSafeInteger(value) || value < 0) throw unwritable(row, `${column.name} is no whole number of kB`)
    const { writer } = this
    writer.bytes(line.text)
    writer.blanks(line.width - digitsOf(value))
    writer.number(value)
    writer.bytes(line.unit)
    writer.byte(NEWLINE)
  }

  #flags(line: FlagsLine, row: number): void {
    const { writer, table } = this
    const { flagIds, names } = table.columns
    if (line.exact !== undefined) {
      writer.bytes(line.exact)
    } else {
      const codes = names.bytes(flagIds?.[row] ?? 0)
      writer.bytes(line.before)
      writer.bytes(codes)
      if (codes.length > 0) writer.bytes(line.after)
    }
    writer.byte(NEWLINE)
  }

  #text(row: number, name: string, value: Uint8Array): void {
    if (!/^[A-Za-z][!-9;-~]*$/.test(name) || value.includes(NEWLINE)) {
      throw unwritable(row, `the field ${JSON.stringify(name)} would break the line`)
    }
    this.writer.bytes(newestTextLine(name).before)
    this.writer.bytes(value)
    this.writer.byte(NEWLINE)
  }

  #columnsOf(layout: Layout): readonly (CounterColumn | undefined)[] {
    let columns = this.#columns.get(layout)
    if (columns === undefined) {
      const { counters } = this.table.columns
      columns = layout.lines.map((line) => (line.kind === 'counter' ? counters.get(line.name) : undefined))
      this.#columns.set(layout, columns)
    }
    return columns
  }
}

function unwritable(row: number, why: string): MemmapsError {
  return new MemmapsError(
    'unwritable',
    `region ${row + 1} cannot be written as smaps: ${why}`,
    'convert to json instead',
  )
}

function digitsOf(value: number): number {
  let digits = 1
  for (let bound = 10; value >= bound; bound *= 10) digits++
  return digits
}
