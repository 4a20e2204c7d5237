import { stringify } from 'csv-stringify/browser/esm/sync'
import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import { guarded } from './formula.js'
import { OSQUERY_COLUMNS, osqueryCells } from './osquery.js'
import { columnsFor } from './written.js'

/** A cell, its bytes as latin-1; nothing at all where there is no value. */
type Cell = string | undefined

/** Rows that are put together at a time. */
const BATCH = 512

/** What is quoted besides what must be: an empty text, which so differs from no value. */
const QUOTED = /^$/

/** What osqueryi quotes besides: blanks and controls, apostrophes, and what is not ASCII. */
const QUOTED_BY_OSQUERY = /^$|[\0- '\x7f-\xff]/

/** Writes a heading, and a row for each region; a view without regions has a row of its own. */
export function* formatRegions(views: readonly View[]): Iterable<Uint8Array> {
  const columns = columnsFor(views)
  const rows = function* (): Iterable<readonly Cell[]> {
    yield columns.map(({ name }) => guarded(name))
    for (const view of views) {
      const { length } = view.table
      for (let row = 0; row < length; row++) yield columns.map(({ cell }) => protectedCell(cell(view, row)))
      if (length === 0) yield columns.map(({ cell }) => protectedCell(cell(view, -1)))
    }
  }
  yield* written(rows(), QUOTED)
}

/** Writes the rows of process_memory_map, as osqueryi --csv --separator , prints them. */
export function* formatOsquery(views: readonly View[]): Iterable<Uint8Array> {
  const rows = function* (): Iterable<readonly Cell[]> {
    yield OSQUERY_COLUMNS
    for (const { table, process } of views) {
      for (let row = 0; row < table.length; row++) {
        const bytes = table.pathnameBytes(row)
        const cells = osqueryCells(table, row, process)
        const path = bytes === undefined ? undefined : guarded(latin1(bytes))
        // NULL is nothing, while an empty path stands in quotes.
        yield OSQUERY_COLUMNS.map((column) => (column === 'path' ? path : cells[column] || undefined))
      }
    }
  }
  yield* written(rows(), QUOTED_BY_OSQUERY)
}

function* written(rows: Iterable<readonly Cell[]>, quoted: RegExp): Iterable<Uint8Array> {
  let batch: (readonly Cell[])[] = []
  const text = (): Uint8Array => fromLatin1(stringify(batch, { quoted_match: quoted }))
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield text()
    batch = []
  }
  if (batch.length > 0) yield text()
}

function protectedCell(cell: Cell): Cell {
  return cell === undefined ? undefined : guarded(cell)
}

function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
