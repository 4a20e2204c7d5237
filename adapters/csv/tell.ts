import type { ProcessFacts, Sink, Source } from '../../src/adapter.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { text } from './cells.js'
import { VIEW_COLUMNS } from './columns.js'
import { unguarded } from './formula.js'
import type { Heading } from './heading.js'
import { OSQUERY_COLUMNS, type OsqueryColumn } from './osquery.js'
import { type OsqueryRow, readOsquery } from './osquery-row.js'
import type { CellPlace, RecordReader } from './record.js'
import { putRegion, type Row } from './region.js'
import { readRow } from './row.js'

/** A finding about a record. */
export interface Finding {
  readonly code: DiagnosticCode
  readonly place: CellPlace
  readonly field?: string | undefined
}

const NO_SOURCE: Source = {}

/** Understands rows, and tells the sink of them: a row whose view cells differ from those before begins a view. */
export class RowTeller {
  /** The view cells of the row before; undefined before the first. */
  #view: string | undefined
  #put: () => void = () => {}
  /** True when the row that was read last says something of a region. */
  saysRegion = false

  constructor(readonly sink: Sink) {}

  /** Begins to read below a heading; gives what is to be said about it. */
  begin(record: RecordReader, { names, osquery }: Heading): readonly Finding[] {
    // A view that was begun keeps its own.
    if (this.#view === undefined) this.sink.dialect(osquery ? 'osquery' : 'regions')
    if (!osquery) return []
    const known: readonly string[] = OSQUERY_COLUMNS
    return names.flatMap((name, index): Finding[] =>
      known.includes(name) ? [] : [{ code: 'unread-column', place: record.place(index), field: name }],
    )
  }

  /** True for a record that begins as the heading does: texts may be put together. */
  repeats(record: RecordReader, { names }: Heading): boolean {
    return text(unguarded(record.cell(0))) === names[0] && names[0] !== ''
  }

  /** Reads a row, and begins its view; `put` then fills a region with it. Gives what is wrong. */
  read(record: RecordReader, heading: Heading): readonly Finding[] {
    return heading.osquery ? this.#readOsquery(record, heading) : this.#readOurs(record, heading)
  }

  /** Opens a region, and fills it with the row that was read last. */
  put(): void {
    this.sink.region()
    this.#put()
  }

  #readOurs(record: RecordReader, heading: Heading): readonly Finding[] {
    const row = readRow(record, heading)
    if (row.faults.length > 0) {
      return row.faults.map(({ index, code, field }) => ({ code, place: record.place(index), field }))
    }
    const { values } = row
    this.saysRegion = row.counters.size > 0 || Object.keys(values).some((name) => !Object.hasOwn(VIEW_COLUMNS, name))
    this.#put = () => putRegion(this.sink, row)
    if (this.#differs(Object.keys(VIEW_COLUMNS).map((name) => String(values[name] ?? '')))) {
      this.sink.process(processOf(values))
      const [adapter = 'csv', dialect = 'regions'] = originOf(values.view)
      this.sink.origin(adapter, dialect, heading.says, NO_SOURCE)
    }
    return []
  }

  #readOsquery(record: RecordReader, { names, says }: Heading): readonly Finding[] {
    const cells: Partial<Record<OsqueryColumn, string>> = {}
    let path: Uint8Array | undefined
    const findings: Finding[] = []
    names.forEach((name, index) => {
      const cell = record.cell(index)
      if (name === 'path') path = cell.length > 0 || record.isQuoted(index) ? unguarded(cell).slice() : undefined
      else if ((OSQUERY_COLUMNS as readonly string[]).includes(name)) {
        const said = text(cell)
        if (said === undefined) findings.push({ code: 'bad-column', place: record.place(index), field: name })
        else cells[name as OsqueryColumn] = said
      }
    })
    const { puts, faults }: OsqueryRow = readOsquery(cells)
    for (const { column, code } of faults) {
      findings.push({ code, place: record.place(names.indexOf(column)), field: column })
    }
    this.saysRegion = puts.length > 0 || path !== undefined
    this.#put = () => {
      for (const put of puts) put(this.sink)
      if (path !== undefined) this.sink.pathname(path, 0, path.length)
    }
    const isPid = /^\d{1,15}$/.test(cells.pid ?? '')
    if (findings.every(({ code }) => code === 'narrow-number') && this.#differs([cells.pid ?? ''])) {
      this.sink.process(isPid ? { pid: Number(cells.pid) } : undefined)
      this.sink.origin('csv', 'osquery', says, NO_SOURCE)
    }
    return findings
  }

  /** True for view cells that are not those of the row before. */
  #differs(cells: readonly string[]): boolean {
    const view = cells.join('\0')
    if (view === this.#view) return false
    this.#view = view
    return true
  }
}

/** The adapter and the dialect that a cell of the column `view` names. */
function originOf(view: unknown): readonly string[] {
  const name = (view ?? '') as string
  const colon = name.indexOf(':')
  return colon < 0 ? [] : [name.slice(0, colon), name.slice(colon + 1)]
}

function processOf({ start_time: startTime, view: _, ...values }: Row['values']): ProcessFacts | undefined {
  const names = ['pid', 'command', 'uid', 'user', 'ppid', 'pgid'].filter((name) => values[name] !== undefined)
  if (names.length === 0 && startTime === undefined) return undefined
  return {
    ...(Object.fromEntries(names.map((name) => [name, values[name]])) as ProcessFacts),
    ...(startTime === undefined ? {} : { startTime: startTime as bigint }),
  }
}
