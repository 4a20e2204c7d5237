import type { RegionTable } from '../model/table.js'
import { MemmapsError } from '../report/errors.js'

type Value = bigint | number | string | undefined

/** Fields that are not counters: how a row is ranked, and whether the largest comes first. */
const FIELDS: Readonly<
  Record<string, { readonly of: (table: RegionTable, row: number) => Value; readonly falling?: true }>
> = {
  start: { of: (table, row) => table.start(row) },
  end: { of: (table, row) => table.end(row) },
  size: { of: (table, row) => table.size(row) ?? table.file(row)?.size, falling: true },
  perms: { of: (table, row) => table.perms(row) },
  offset: { of: (table, row) => table.offset(row) },
  inode: { of: (table, row) => table.inode(row) },
  pathname: { of: (table, row) => table.pathname(row) },
}

/** The rows in the order of a field: counters and sizes with the largest first; rows without the field come last. */
export function sortRows(table: RegionTable, rows: readonly number[], field: string): number[] {
  const counter = [...table.columns.counters.keys()].find((name) => name.toLowerCase() === field.toLowerCase())
  const known = FIELDS[field]
  if (known === undefined && counter === undefined) {
    const names = [...Object.keys(FIELDS), ...table.columns.counters.keys()]
    throw new MemmapsError('usage', `regions cannot be sorted by ${field}`, `use one of: ${names.join(', ')}`)
  }
  const of = known?.of ?? ((_: RegionTable, row: number) => table.counter(row, counter as string))
  const sign = known === undefined || known.falling ? -1 : 1
  const values = new Map(rows.map((row) => [row, of(table, row)]))
  return [...rows].sort((a, b) => {
    const x = values.get(a)
    const y = values.get(b)
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined)
    return x < y ? -sign : x > y ? sign : 0
  })
}
