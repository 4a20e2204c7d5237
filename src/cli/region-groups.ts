import type { RegionTable } from '../model/table.js'
import { printableBytes } from '../report/printable.js'
import { type Kind, kindOf } from './kind.js'

/** What the regions of one name add up to. */
export interface Group {
  readonly pathname: string
  readonly kind: Kind
  regions: number
  /** Bytes. */
  size: bigint
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
    group.size += table.size(row) ?? 0n
    for (const name of counters) {
      const value = table.counter(row, name)
      if (value !== undefined) group.counters.set(name, (group.counters.get(name) ?? 0) + value)
    }
  }
  return [...groups.values()].sort((a, b) => (a.size === b.size ? 0 : a.size < b.size ? 1 : -1))
}
