import type { Sink, View } from '../../src/adapter.js'
import { CODES } from '../../src/report/codes.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { OSQUERY_COLUMNS, type OsqueryColumn, osqueryCells } from '../csv/osquery.js'
import { type OsqueryFault, readOsquery } from '../csv/osquery-row.js'
import { quoteAll } from '../json/quote.js'

const encoder = new TextEncoder()

/** Writes a row of process_memory_map for each region: every value a string, as osqueryi --json prints them. */
export function* formatOsquery(views: readonly View[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const { table, process } of views) {
    for (let row = 0; row < table.length; row++) {
      const { pseudo, ...cells } = osqueryCells(table, row, process)
      writer.bytes(encoder.encode(`${quoteAll({ ...cells, path: table.pathname(row) ?? '', pseudo })}\n`))
      if ((row & 1023) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}

/** A finding about a value of a row: its key, and what is wrong. */
export type RowFault =
  | OsqueryFault
  | { readonly column: string; readonly code: 'unread-key' | 'bad-column' | 'bad-text' }

/** A row of process_memory_map in JSON. */
export interface RowOfJson {
  readonly pid: number | undefined
  readonly faults: readonly RowFault[]
  /** Fills the open region. */
  put(sink: Sink): void
}

/** Reads a row; numbers may stand as such (osquery can be told to), unless they are too large to be exact. */
export function rowOfJson(row: Readonly<Record<string, unknown>>): RowOfJson {
  const faults: RowFault[] = []
  const texts: Partial<Record<OsqueryColumn, string>> = {}
  for (const [column, value] of Object.entries(row)) {
    if (!isColumn(column)) faults.push({ column, code: 'unread-key' })
    else if (typeof value === 'string') texts[column] = value
    else if (Number.isSafeInteger(value)) texts[column] = String(value)
    else if (value !== null) faults.push({ column, code: 'bad-column' })
  }
  const { path, ...cells } = texts
  if (path !== undefined && /\p{Surrogate}/u.test(path)) faults.push({ column: 'path', code: 'bad-text' })
  const { puts, faults: more } = readOsquery(cells)
  return {
    pid: cells.pid ? Number(cells.pid) : undefined,
    faults: [...faults, ...more],
    put: (sink) => {
      for (const put of puts) put(sink)
      if (path === undefined) return
      const name = encoder.encode(path)
      sink.pathname(name, 0, name.length)
    },
  }
}

/** True for an object that looks like a row of process_memory_map. */
export function looksLikeRow(value: Readonly<Record<string, unknown>>): boolean {
  return value.schema === undefined && value.start !== undefined && value.end !== undefined
}

/** True for a fault that keeps its row out. */
export function keepsOut({ code }: RowFault): boolean {
  return CODES[code].severity === 'error'
}

function isColumn(name: string): name is OsqueryColumn {
  return (OSQUERY_COLUMNS as readonly string[]).includes(name)
}
