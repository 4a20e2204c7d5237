import type { CounterColumn } from '../../../src/model/counters.js'
import { INODE, OFFSET, START, type U64Field } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { HIDDEN_COUNTERS } from '../procps/hidden-counters.js'

/** The counters that -X or -XX has columns for, in the order of smaps; those of `fields` where they were named. */
export function shownCounters(
  { columns }: RegionTable,
  isAll: boolean,
  fields: ReadonlySet<string> | undefined,
): readonly CounterColumn[] {
  const counters = [...columns.counters.values()]
  if (fields !== undefined) return counters.filter(({ name }) => fields.has(name))
  return isAll ? counters : counters.filter(({ name }) => !HIDDEN_COUNTERS.has(name))
}

/** The widths of address, mode, offset, device and inode: those of the longest cells of all records. */
export function headWidths(table: RegionTable): number[] {
  const { devices } = table.columns
  const device = Math.max(0, ...devices.map(({ major, minor }) => hexWidth(0, major, 2) + 1 + hexWidth(0, minor, 2)))
  if (table.length === 0) return [0, 0, 0, 0, 0]
  let address = 0
  let offset = 0
  let inode = 0
  for (let row = 0; row < table.length; row++) {
    address = Math.max(address, widthAt(table, row, START))
    offset = Math.max(offset, widthAt(table, row, OFFSET))
    inode = Math.max(inode, table.high(row, INODE) * 0x100000000 + table.low(row, INODE))
  }
  return [address, 4, offset, device, decimalWidth(inode)]
}

/** How many decimal digits a whole number has. */
export function decimalWidth(value: number): number {
  let width = 1
  for (let limit = 10; value >= limit; limit *= 10) width += 1
  return width
}

/** How many hex digits a 64-bit value has, zeros in front up to `least` among them. */
export function hexWidth(high: number, low: number, least: number): number {
  const digits = high === 0 ? 8 - (Math.clz32(low) >>> 2) : 16 - (Math.clz32(high) >>> 2)
  return Math.max(least, digits)
}

function widthAt(table: RegionTable, row: number, field: U64Field): number {
  return hexWidth(table.highBits(row, field), table.lowBits(row, field), 8)
}
