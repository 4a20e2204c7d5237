import type { RegionTable } from '../model/table.js'
import { printableBytes } from '../report/printable.js'
import { type Kind, kindOf } from './kind.js'

/** What the regions of one name add up to. */
export interface Group {
  readonly pathname: string
  readonly kind: Kind
  regions: number
  /** Bytes; undefined where a region of them has no size. */
  size: bigint | undefined
  /** Bytes, by counter. */
  readonly counters: Map<string, number>
}

/** Regions by their names, the largest sum first. */
export function groupByFile(
  table: RegionTable,
  rows: readonly number[],
  counters: readonly string[],
): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const kind = kindOf(table, row)
    const pathname = printableBytes(table.pathnameBytes(row) ?? new Uint8Array(0))
    const key = `${kind} ${pathname}`
    let group = groups.get(key)
    if (group === undefined) {
      group = { pathname, kind, regions: 0, size: 0n, counters: new Map() }
      groups.set(key, group)
    }
    group.regions += 1
    const size = table.size(row)
    group.size = size === undefined || group.size === undefined ? undefined : group.size + size
    for (const name of counters) {
      const value = table.counter(row, name)
      if (value !== undefined) group.counters.set(name, (group.counters.get(name) ?? 0) + value)
    }
  }
  return [...groups.values()].sort((a, b) => descending(a.size, b.size))
}

function descending(a: bigint | undefined, b: bigint | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  return b === undefined || a > b ? -1 : 1
}
