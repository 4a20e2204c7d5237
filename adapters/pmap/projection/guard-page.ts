import type { RegionTable } from '../../../src/model/table.js'

/** Linux shows a stack without its guard page in maps, and with it in Size: the end that -X shows may be a page further. */
export function mayHaveGuardPage(
  table: RegionTable,
  row: number,
  shownEnd: bigint | undefined,
  pageSize: number,
): boolean {
  if (table.counter(row, 'Size') !== undefined || table.pathname(row)?.startsWith('[stack') !== true) return false
  const end = table.end(row)
  return end !== undefined && shownEnd === end + BigInt(pageSize)
}
