import type { Origin, View } from '../../../src/adapter.js'
import { CounterColumn } from '../../../src/model/counters.js'
import { RegionTable } from '../../../src/model/table.js'
import { SHOWN } from '../projection/shown.js'
import { LAYOUTS } from './layouts.js'

/** A view with a number for each counter that smaps of an old kernel lacks: pmap prints the sum of those that are there, or 0. */
export function withZeroes(view: View, origin: Origin): View {
  const richer = origin.seen.view
  const layout = LAYOUTS[view.dialect]
  const { columns, length } = view.table
  if (layout === undefined || richer?.adapter !== 'smaps' || length === 0) return view
  const sums = SHOWN[view.dialect]?.sums ?? {}
  const lacking = layout.counters.filter((name) => name !== '-' && !isWhole(view.table, name))
  if (lacking.length === 0) return view
  const counters = new Map(columns.counters)
  for (const name of lacking) counters.set(name, summed(richer.table, name, sums[name] ?? [name]))
  return { ...view, table: new RegionTable({ ...columns, counters }) }
}

function isWhole({ columns, length }: RegionTable, name: string): boolean {
  const column = columns.counters.get(name)
  for (let row = 0; row < length; row++) if (column?.has(row) !== true) return false
  return true
}

function summed({ columns, length }: RegionTable, name: string, parts: readonly string[]): CounterColumn {
  const column = new CounterColumn(name, 1024, length)
  const found = parts.map((part) => columns.counters.get(part))
  for (let row = 0; row < length; row++) {
    column.set(
      row,
      found.reduce((sum, part) => sum + (part?.printed(row) ?? 0), 0),
    )
  }
  return column
}
