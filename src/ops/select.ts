import { CounterColumn } from '../model/counters.js'
import type { FileFacts } from '../model/region.js'
import type { DeviceIds } from '../model/row-columns.js'
import { RegionTable } from '../model/table.js'

/** A table of these rows, in this order; names and layouts are shared with the table they come from. */
export function selectRows(table: RegionTable, rows: readonly number[]): RegionTable {
  const { columns } = table
  const length = rows.length
  const words = new Uint32Array(length * 8)
  rows.forEach((row, at) => {
    words.set(columns.words.subarray(row * 8, row * 8 + 8), at * 8)
  })
  const ids = (column: DeviceIds): Uint32Array => Uint32Array.from(rows, (row) => column[row] as number)
  return new RegionTable({
    ...columns,
    length,
    words,
    longs: new BigUint64Array(words.buffer),
    present: Uint16Array.from(rows, (row) => columns.present[row] as number),
    permsCodes: Uint8Array.from(rows, (row) => columns.permsCodes[row] as number),
    deviceIds: ids(columns.deviceIds),
    nameIds: ids(columns.nameIds),
    lines: Uint32Array.from(rows, (row) => table.line(row)),
    flagIds: columns.flagIds && ids(columns.flagIds),
    layoutIds: columns.layoutIds && ids(columns.layoutIds),
    counters: new Map([...columns.counters].map(([name, column]) => [name, selectCounter(column, rows)])),
    files: rows.map((row): FileFacts | undefined => columns.files?.[row]),
    extras: new Map(
      rows.flatMap((row, at) => {
        const pairs = columns.extras?.get(row)
        return pairs === undefined ? [] : [[at, pairs] as const]
      }),
    ),
  })
}

function selectCounter(column: CounterColumn, rows: readonly number[]): CounterColumn {
  const selected = new CounterColumn(column.name, column.unit, rows.length)
  rows.forEach((row, at) => {
    const value = column.printed(row)
    if (value !== undefined) selected.set(at, value)
  })
  return selected
}
