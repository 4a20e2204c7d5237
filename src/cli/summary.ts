import type { RegionTable } from '../model/table.js'
import { printable } from '../report/printable.js'
import { size } from './region-columns.js'
import { totalSize } from './total-size.js'

/** The last line of a table: how many regions were shown of how many, and what they add up to. */
export function summary(
  table: RegionTable,
  rows: readonly number[],
  counters: readonly string[],
  noun: 'region' | 'file',
): string {
  const shown = rows.length === table.length ? `${rows.length}` : `${rows.length} of ${table.length}`
  const parts = [`${shown} ${noun}${table.length === 1 ? '' : 's'}`]
  if (rows.length === 0) return parts.join(', ')
  const bytes = noun === 'region' ? totalSize(table, rows) : undefined
  if (bytes !== undefined) parts.push(size(bytes))
  for (const name of counters) {
    if (table.columns.counters.get(name)?.unit === 1) continue
    const total = rows.reduce((sum, row) => sum + (table.counter(row, name) ?? 0), 0)
    parts.push(`${printable(name)} ${size(total)}`)
  }
  return parts.join(', ')
}
