import type { RegionTable } from '../model/table.js'

/**
 * True when a region's size is its range and one page more, as kernels 2.6.36 to 4.12 print it for a stack: they show the range
 * without the guard page, but count it in `Size`.
 */
export function hidesGuardPage(table: RegionTable, row: number, counted: bigint, pageSize: number): boolean {
  const range = table.size(row)
  if (range === undefined || counted !== range + BigInt(pageSize)) return false
  return (table.pathname(row)?.startsWith('[stack') ?? false) || (table.vmFlags(row)?.includes('gd') ?? false)
}
