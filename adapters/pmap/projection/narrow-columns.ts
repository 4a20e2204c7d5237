import type { TableBuilder } from '../../../src/model/builder.js'
import { copyDevice, copyPerms, copyU64 } from '../../../src/model/copy.js'
import { END, HAS_DEVICE, HAS_END, HAS_OFFSET, HAS_PERMS, HAS_START, OFFSET, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'

const RANGE: number = HAS_START | HAS_END | HAS_PERMS

/** The bits of what the narrow layouts show of a row, but its counters and its name. */
export function narrowBits(withOffset: boolean): number {
  return withOffset ? RANGE | HAS_OFFSET | HAS_DEVICE : RANGE
}

/** Opens a row for what pmap shows of a row of another table, but its counters and its name. */
export function copyNarrow(builder: TableBuilder, table: RegionTable, row: number, withOffset: boolean): void {
  builder.openRow(table.line(row))
  copyU64(builder, table, row, START)
  copyU64(builder, table, row, END)
  copyPerms(builder, table, row)
  if (!withOffset) return
  copyU64(builder, table, row, OFFSET)
  copyDevice(builder, table, row)
}
