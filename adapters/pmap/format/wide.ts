import type { FormatOptions, View } from '../../../src/adapter.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import { HAS_DEVICE, HAS_MAPPING, HAS_PATHNAME } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { MemmapsError } from '../../../src/report/errors.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { shownRange } from '../projection/range.js'
import { isQuiet } from './asked.js'
import { isBefore } from './version.js'
import { decimalWidth, headWidths, shownCounters } from './wide-columns.js'
import { type WideShape, writeWideRow } from './wide-row.js'

const HEAD = ['Address', 'Perm', 'Offset', 'Device', 'Inode']
const NEEDED: number = (HAS_MAPPING | HAS_DEVICE | HAS_PATHNAME) & ~2
const ROWS_AT_ONCE = 1024

/** The blocks of -X and -XX of one run, whose columns only grow from process to process, and whose totals add up to 4.0.3. */
export class WideBlocks {
  readonly #widths: Map<string, number> = new Map()
  readonly #totals: Map<string, number> = new Map()

  constructor(readonly options: FormatOptions) {}

  /** Heading, rows and totals of a process: all but the line that names it. */
  *block(view: View, index: number): Iterable<Uint8Array> {
    const { table, source } = view
    const dialect = this.options.dialect ?? view.dialect
    if (dialect === 'X-3.3.4') throw unwritable('pmap 3.3.4 to 3.3.6 lay -X out in a way that is not known well enough')
    const origin = this.options.origins?.[index]
    if (origin !== undefined && origin.seen.state !== 'there') return
    const all = origin?.seen.view?.table ?? table
    const rows = origin === undefined ? everyRow(table) : rowsInRange(view)
    const isNarrated = !isQuiet(view)
    const counters = shownCounters(table, dialect === 'XX')
    if (!isBefore(source.version, '4.0.4')) this.#totals.clear()
    const widths = counters.map((column) => this.#measure(view, column, rows, isNarrated))
    const head = headWidths(all)
    const writer = new ByteWriter()
    if (table.length > 0) {
      if (isNarrated) for (const [at, word] of HEAD.entries()) head[at] = Math.max(head[at] as number, word.length)
      const flags = dialect === 'XX' ? flagsWidth(table, isNarrated) : 0
      const shape: WideShape = { head, counters, widths, flags, gap: isBefore(source.version, '3.3.15') ? 2 : 1 }
      if (isNarrated) writer.ascii(headingOf(shape))
      for (const row of rows) {
        writeWideRow(writer, table, row, shape)
        if (row % ROWS_AT_ONCE === 0) yield* writer.take()
      }
    }
    if (isNarrated && this.#widths.size > 0) writer.ascii(this.#footer(head))
    yield* writer.finish()
  }

  /** Adds a column up and gives its width; a text that was read says its own total. */
  #measure(view: View, column: CounterColumn, rows: Uint32Array, isNarrated: boolean): number {
    const { name, unit } = column
    let sum = this.#totals.get(name) ?? 0
    let most = 0
    for (const row of rows) {
      const value = column.printed(row)
      if (value === undefined) throw unwritable(`region ${row + 1} has no ${name}, and pmap ends where one differs`)
      if (value > most) most = value
      sum += value
    }
    const said = view.totals.find((total) => total.name === name)
    if (said !== undefined) sum = Number(said.value) / unit
    this.#totals.set(name, sum)
    const least = isNarrated ? Math.max(name.length, decimalWidth(sum)) : 0
    const width = Math.max(this.#widths.get(name) ?? 0, least, decimalWidth(most))
    this.#widths.set(name, width)
    return width
  }

  #footer(head: readonly number[]): string {
    const gap = ' '.repeat(head.reduce((sum, width) => sum + width + 1, 0))
    let rule = gap
    let line = gap
    for (const [name, width] of this.#widths) {
      rule += `${'='.repeat(width)} `
      line += `${String(this.#totals.get(name) ?? 0).padStart(width)} `
    }
    return `${rule}\n${line}KB \n`
  }
}

function headingOf({ head, counters, widths, flags, gap }: WideShape): string {
  const cells = HEAD.map((word, at) => word.padStart(head[at] as number))
  for (const [at, { name }] of counters.entries()) cells.push(name.padStart(widths[at] as number))
  const names = `${cells.join(' ')} `
  return flags === 0 ? `${names}Mapping\n` : `${names}${'VmFlags'.padStart(flags)}${gap === 2 ? '' : ' '}Mapping\n`
}

function flagsWidth(table: RegionTable, isNarrated: boolean): number {
  if (table.columns.flagIds === undefined) return 0
  let width = isNarrated ? 'VmFlags'.length : 0
  for (let row = 0; row < table.length; row++) width = Math.max(width, table.vmFlagsBytes(row)?.length ?? 0)
  return width
}

/** The rows of -A, which -X and -XX heed since 4.0.7. */
function rowsInRange(view: View): Uint32Array {
  const { table, source } = view
  const all = everyRow(table)
  const range = isBefore(source.version, '4.0.7') || source.argv === undefined ? undefined : shownRange(view)
  if (range === undefined) return all
  const beyond = all.findIndex((row) => (table.start(row) as bigint) > range.high)
  return (beyond < 0 ? all : all.subarray(0, beyond)).filter((row) => (table.end(row) ?? 0n) > range.low)
}

function everyRow(table: RegionTable): Uint32Array {
  return Uint32Array.from({ length: table.length }, (_, row) => {
    if (((table.columns.present[row] as number) & NEEDED) !== NEEDED) throw unwritable(`region ${row + 1} is not whole`)
    return row
  })
}

function unwritable(message: string): MemmapsError {
  return new MemmapsError('unwritable', message, 'convert from smaps or pmap -XX, which say all that a row needs')
}
