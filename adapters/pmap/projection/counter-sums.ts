import type { TableBuilder } from '../../../src/model/builder.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { Shown } from './shown.js'

/** Sums counters up; a counter of that very name does as well, where the richer view is a pmap itself. */
export function addSums(builder: TableBuilder, { columns }: RegionTable, row: number, sums: Shown['sums']): void {
  const { counters } = columns
  for (const name in sums) {
    let sum: number | undefined = 0
    for (const part of sums[name] as readonly string[]) {
      const value = counters.get(part)?.printed(row)
      sum = sum === undefined || value === undefined ? undefined : sum + value
    }
    const value = sum ?? counters.get(name)?.printed(row)
    if (value !== undefined) builder.counter(builder.counterColumn(name), value)
  }
}
