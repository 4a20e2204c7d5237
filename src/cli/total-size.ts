import type { RegionTable } from '../model/table.js'

/** What regions add up to, in bytes; undefined where one of them has no size, for what is absent is not zero. */
export function totalSize(
  table: RegionTable,
  rows: Iterable<number> = new Array(table.length).keys(),
): bigint | undefined {
  let sum = 0n
  for (const row of rows) {
    const size = table.size(row)
    if (size === undefined) return undefined
    sum += size
  }
  return sum
}
