import type { Facts, View } from '../adapter.js'
import { hidesGuardPage } from '../kernel/guard-page.js'

/** A region for which a view says two sizes that cannot both be true. */
export interface Contradiction {
  readonly row: number
  /** Bytes, from start and end. */
  readonly range: bigint
  /** Bytes, from the counter Size. */
  readonly counted: bigint
}

/** The regions of a view whose `Size` is not the size of their range, and no guard page explains it. */
export function contradictions({ table }: View, { pageSize = 4096 }: Facts): readonly Contradiction[] {
  const found: Contradiction[] = []
  const sizes = table.columns.counters.get('Size')
  if (sizes === undefined) return found
  for (let row = 0; row < table.length; row++) {
    const size = sizes.bytes(row)
    const range = table.size(row)
    if (size === undefined || range === undefined) continue
    const counted = BigInt(size)
    if (counted !== range && !hidesGuardPage(table, row, counted, pageSize)) found.push({ row, range, counted })
  }
  return found
}
