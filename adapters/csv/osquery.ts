import type { ProcessFacts } from '../../src/adapter.js'
import type { FieldName } from '../../src/model/fields.js'
import type { RegionTable } from '../../src/model/table.js'

/** The columns of osquery's table process_memory_map, in its order. */
export const OSQUERY_COLUMNS = [
  'pid',
  'start',
  'end',
  'permissions',
  'offset',
  'device',
  'inode',
  'path',
  'pseudo',
] as const

/** A column of process_memory_map. */
export type OsqueryColumn = (typeof OSQUERY_COLUMNS)[number]

/** The field of a region that a column holds. */
const FIELDS: Readonly<Partial<Record<string, FieldName>>> = {
  start: 'start',
  end: 'end',
  permissions: 'perms',
  offset: 'offset',
  device: 'device',
  inode: 'inode',
  path: 'pathname',
}

/** What process_memory_map says of a region. */
export const OSQUERY_SAYS: readonly FieldName[] = osquerySays(OSQUERY_COLUMNS)

/** What a query says that asked for these columns. */
export function osquerySays(columns: readonly string[]): readonly FieldName[] {
  return OSQUERY_COLUMNS.filter((column) => columns.includes(column)).flatMap((column) => FIELDS[column] ?? [])
}

/** Everything of a row but its path, as osquery writes it; what is not known is empty, as its NULL is. */
export function osqueryCells(
  table: RegionTable,
  row: number,
  process: ProcessFacts | undefined,
): Readonly<Record<Exclude<OsqueryColumn, 'path'>, string>> {
  const inode = table.inode(row)
  const device = table.device(row)
  return {
    pid: process?.pid?.toString() ?? '',
    start: address(table.start(row)),
    end: address(table.end(row)),
    permissions: table.perms(row) ?? '',
    offset: table.offset(row)?.toString() ?? '',
    device: device === undefined ? '' : `${hex(device.major)}:${hex(device.minor)}`,
    inode: inode?.toString() ?? '',
    pseudo: inode === undefined ? '' : inode === 0n && table.pathname(row) ? '1' : '0',
  }
}

/** osquery puts 0x before the digits of maps, of which there are eight at least. */
function address(value: bigint | undefined): string {
  return value === undefined ? '' : `0x${value.toString(16).padStart(8, '0')}`
}

function hex(half: number): string {
  return half.toString(16).padStart(2, '0')
}
