import type { TableBuilder } from './builder.js'
import { END, HAS_MAPPING, HAS_PERMS, INODE, OFFSET, START, type U64Field } from './fields.js'
import type { RegionTable } from './table.js'
import { HIGH, LOW } from './words.js'

/** Copies a 64-bit field of a row, where the row has it. */
export function copyU64(builder: TableBuilder, table: RegionTable, row: number, field: U64Field): void {
  if (table.has(row, 1 << field)) builder.u64(field, table.high(row, field), table.low(row, field))
}

/** Copies perms, where the row has them. */
export function copyPerms(builder: TableBuilder, table: RegionTable, row: number): void {
  if (table.has(row, HAS_PERMS)) builder.perms(table.columns.permsCodes[row] as number)
}

/** Copies the device, where the row has one. */
export function copyDevice(builder: TableBuilder, table: RegionTable, row: number): void {
  const device = table.device(row)
  if (device !== undefined) builder.device(device.major, device.minor)
}

/** Copies every counter of a row. */
export function copyCounters(builder: TableBuilder, table: RegionTable, row: number): void {
  for (const column of table.columns.counters.values()) {
    const printed = column.printed(row)
    if (printed !== undefined) builder.counter(builder.counterColumn(column.name), printed)
  }
}

/** Copies the vmFlags, where the row has them. */
export function copyVmFlags(builder: TableBuilder, table: RegionTable, row: number): void {
  const flags = table.vmFlagsBytes(row)
  if (flags !== undefined) builder.vmFlags(flags, 0, flags.length)
}

/** Copies the pathname, where the row has one. */
export function copyPathname(builder: TableBuilder, table: RegionTable, row: number): void {
  const name = table.pathnameBytes(row)
  if (name !== undefined) builder.pathname(name, 0, name.length)
}

/** Copies what a line of maps says: range, perms, offset, device, inode and pathname. */
export function copyMapsFields(builder: TableBuilder, table: RegionTable, row: number): void {
  copyMapping(builder, table, row)
  copyPathname(builder, table, row)
}

/** Copies what a line of maps says, but its pathname. */
export function copyMapping(builder: TableBuilder, table: RegionTable, row: number): void {
  const { present, permsCodes, words } = table.columns
  copyDevice(builder, table, row)
  if (((present[row] as number) & HAS_MAPPING) === HAS_MAPPING) {
    const at = row << 3
    const word = (place: number): number => words[at + place] as number
    builder.mapping(
      word(HIGH),
      word(LOW),
      word(2 + HIGH),
      word(2 + LOW),
      permsCodes[row] as number,
      word(4 + HIGH),
      word(4 + LOW),
      word(6 + HIGH),
      word(6 + LOW),
    )
    return
  }
  for (const field of [START, END, OFFSET, INODE] as const) copyU64(builder, table, row, field)
  copyPerms(builder, table, row)
}
