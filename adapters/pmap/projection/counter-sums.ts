import { CounterColumn } from '../../../src/model/counters.js'
import type { CounterName } from '../../../src/model/region.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { Shown } from './shown.js'

/** Sums counters up; a counter of that very name does as well, where the richer view is a pmap itself. */
export function sumsOf({ columns, length }: RegionTable, sums: Shown['sums']): Map<CounterName, CounterColumn> {
  const { counters } = columns
  const made = new Map<CounterName, CounterColumn>()
  for (const [name, names] of Object.entries(sums)) {
    const parts = names.map((part) => counters.get(part))
    const own = counters.get(name)
    if (names.length === 1 && names[0] === name && own?.isFull(length) && length > 0) {
      made.set(name, own)
      continue
    }
    const column = new CounterColumn(name, 1024, length)
    let isSaid = false
    for (let row = 0; row < length; row++) {
      let sum: number | undefined = 0
      for (let at = 0; at < parts.length && sum !== undefined; at++) {
        const value: number | undefined = parts[at]?.printed(row)
        sum = value === undefined ? undefined : sum + value
      }
      const value = sum ?? own?.printed(row)
      if (value === undefined) continue
      column.set(row, value)
      isSaid = true
    }
    if (isSaid) made.set(name, column)
  }
  return made
}
