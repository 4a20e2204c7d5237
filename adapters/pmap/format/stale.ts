import type { Origin, Total, View } from '../../../src/adapter.js'
import { CounterColumn } from '../../../src/model/counters.js'
import { RegionTable } from '../../../src/model/table.js'

/**
 * A view of -X or -XX with a number for each field that only some mappings have, Nonlinear of Linux 3.5 to 3.19 say: pmap prints
 * what it read last, and reads all twice, but adds up only what is there.
 */
export function withStale(view: View, origin: Origin): View {
  const { columns, length } = view.table
  // Where no run is imitated, nobody would tell that the numbers are of another mapping.
  if (view.source.argv === undefined) return view
  if (!/^XX?$/.test(view.dialect) || origin.seen.view?.adapter !== 'smaps') return view
  const partial = [...columns.counters.values()].filter((column) => !column.isFull(length))
  if (partial.length === 0) return view
  const counters = new Map(columns.counters)
  for (const column of partial) counters.set(column.name, stale(column, length))
  const totals: Total[] = partial.map(({ name, unit }) => ({
    name,
    line: 0,
    value: BigInt(sumOf(columns.counters.get(name), length) * unit),
  }))
  return { ...view, table: new RegionTable({ ...columns, counters }), totals: [...view.totals, ...totals] }
}

function stale(column: CounterColumn, length: number): CounterColumn {
  const filled = new CounterColumn(column.name, column.unit, length)
  let last = 0
  for (let row = 0; row < length; row++) last = column.printed(row) ?? last
  for (let row = 0; row < length; row++) {
    last = column.printed(row) ?? last
    filled.set(row, last)
  }
  return filled
}

function sumOf(column: CounterColumn | undefined, length: number): number {
  let sum = 0
  for (let row = 0; row < length; row++) sum += column?.printed(row) ?? 0
  return sum
}
