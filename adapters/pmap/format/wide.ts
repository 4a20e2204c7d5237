import type { Origin, View } from '../../../src/adapter.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import type { RegionTable } from '../../../src/model/table.js'
import { isBefore } from '../../../src/model/version.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { shownRange } from '../projection/range.js'
import { askedFields, isQuiet } from './asked.js'
import { missing } from './whole.js'
import { decimalWidth, headWidths, shownCounters } from './wide-columns.js'
import { WideRows, type WideShape } from './wide-row.js'

const HEAD = ['Address', 'Perm', 'Offset', 'Device', 'Inode']
const ROWS_AT_ONCE = 1024

/** The blocks of -X and -XX of one run, whose columns only grow from process to process, and whose totals add up to 4.0.3. */
export class WideBlocks {
  readonly #widths: Map<string, number> = new Map()
  readonly #totals: Map<string, number> = new Map();

  /** Heading, rows and totals of a process: all but the line that names it. */
  *block(view: View, origin: Origin | undefined): Iterable<Uint8Array> {
    const { table, source, dialect } = view
    if (origin !== undefined && origin.seen.state !== 'there') return
    const all = origin?.seen.view?.table ?? table
    const rows = origin === undefined ? everyRow(table) : rowsInRange(view)
    const isNarrated = !isQuiet(view)
    const fields = askedFields(view)
    const counters = shownCounters(table, dialect === 'XX', fields)
    if (!isBefore(source.version, '4.0.4')) this.#totals.clear()
    const widths = counters.map((column) => this.#measure(view, column, rows, isNarrated))
    // The address is always there.
    const head = headWidths(all).map((width, at) => (at === 0 || has(fields, HEAD[at] as string) ? width : 0))
    const writer = new ByteWriter()
    if (table.length > 0) {
      for (const [at, word] of HEAD.entries()) {
        if (isNarrated && head[at] !== 0) head[at] = Math.max(head[at] as number, word.length)
      }
      const flags = dialect === 'XX' && has(fields, 'VmFlags') ? flagsWidth(table, isNarrated) : 0
      const shape: WideShape = {
        head,
        counters,
        widths,
        flags,
        gap: isBefore(source.version, '3.3.15') ? 2 : 1,
        hasName: has(fields, 'Mapping'),
      }
      if (isNarrated) writer.ascii(headingOf(shape, source.version))
      const written = new WideRows(writer, table, shape)
      for (let at = 0; at < rows.length; at++) {
        written.row(rows[at] as number)
        if (at % ROWS_AT_ONCE === 0) yield* writer.take()
      }
    }
    if (isNarrated && this.#widths.size > 0) writer.ascii(this.#footer(head, fields))
    yield* writer.finish()
  }

  /** Adds a column up and gives its width; a text that was read says its own total. */
  #measure(view: View, column: CounterColumn, rows: Uint32Array, isNarrated: boolean): number {
    const { name, unit } = column
    let sum = this.#totals.get(name) ?? 0
    let most = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      const value = column.printed(row)
      if (value === undefined) throw missing(row, name)
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

  #footer(head: readonly number[], fields: ReadonlySet<string> | undefined): string {
    const columns = head.filter((_, at) => at === 0 || has(fields, HEAD[at] as string))
    const gap = ' '.repeat(columns.reduce((sum, width) => sum + width + 1, 0))
    let rule = gap
    let line = gap
    for (const [name, width] of this.#widths) {
      rule += `${'='.repeat(width)} `
      line += `${String(this.#totals.get(name) ?? 0).padStart(width)} `
    }
    return `${rule}\n${line}KB \n`
  }
}

/** True for a column that a file of settings asked for; where none was read, -X and -XX tell. */
function has(fields: ReadonlySet<string> | undefined, column: string): boolean {
  return fields?.has(column) ?? true
}

function headingOf({ head, counters, widths, flags, gap, hasName }: WideShape, version: string | undefined): string {
  const cells: string[] = []
  for (const [at, word] of HEAD.entries()) if (head[at] !== 0) cells.push(word.padStart(head[at] as number))
  for (const [at, { name }] of counters.entries()) cells.push(name.padStart(widths[at] as number))
  const names = `${cells.join(' ')} `
  const end = hasName ? 'Mapping\n' : '\n'
  if (flags === 0) return `${names}${end}`
  if (gap === 1) return `${names}${'VmFlags'.padStart(flags)} ${end}`
  // The blank behind the last flag counts, and the next title follows at once.
  return `${names}${isBefore(version, '3.3.12') ? ' ' : ''}${'VmFlags'.padStart(flags + 1)}${end}`
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
  const rows = new Uint32Array(table.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  return rows
}
