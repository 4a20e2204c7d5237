import type { TableBuilder } from '../../../src/model/builder.js'
import { copyCounters, copyU64, copyVmFlags } from '../../../src/model/copy.js'
import { END, INODE } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { PmapReason } from './reasons.js'

/** Copies what -X and -XX have columns for, beside those of -d; the rules by which they differ from what the kernel says. */
export function copyWideColumns(builder: TableBuilder, table: RegionTable, row: number): readonly PmapReason[] {
  const reasons: PmapReason[] = []
  copyU64(builder, table, row, INODE)
  copyCounters(builder, table, row)
  if (cutsFlags(builder, table, row)) reasons.push('flags-cut')
  // The end of a row of -X is its start and Size, which count a guard page that the range hides.
  const size = table.counter(row, 'Size')
  const start = table.start(row)
  if (size === undefined || start === undefined || BigInt(size) === table.size(row)) return reasons
  builder.bigint(END, BigInt.asUintN(64, start + BigInt(size)))
  return [...reasons, 'guard-page']
}

/** Copies the flags up to the first that pmap cannot read; true when there is one. */
function cutsFlags(builder: TableBuilder, table: RegionTable, row: number): boolean {
  const flags = table.vmFlags(row)
  const bad = flags?.findIndex((flag) => !/^[a-z]+$/.test(flag)) ?? -1
  if (flags === undefined || bad < 0) {
    copyVmFlags(builder, table, row)
    return false
  }
  const kept = new TextEncoder().encode(flags.slice(0, bad).join(' '))
  builder.vmFlags(kept, 0, kept.length)
  return true
}
