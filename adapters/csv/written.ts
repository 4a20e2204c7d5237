import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import type { FileFacts } from '../../src/model/region.js'
import { toBase64 } from '../json/base64.js'
import { isText } from '../json/quote.js'
import { extraOf } from '../json/region.js'
import { counterHeading, REGION_COLUMNS } from './columns.js'

/** A column to be written: its heading, and what stands in it for a row; row −1 is none. Bytes are given as latin-1. */
export interface WrittenColumn {
  readonly name: string
  cell(view: View, row: number): string | undefined
}

type CellOf = WrittenColumn['cell']

const encoder = new TextEncoder()
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** What tells of which view a row is, by column. */
const VIEW_CELLS: Readonly<Record<string, CellOf>> = {
  pid: ({ process }) => process?.pid?.toString(),
  command: ({ process }) => encoded(process?.command),
  uid: ({ process }) => process?.uid?.toString(),
  user: ({ process }) => encoded(process?.user),
  ppid: ({ process }) => process?.ppid?.toString(),
  pgid: ({ process }) => process?.pgid?.toString(),
  start_time: ({ process }) => process?.startTime?.toString(),
}

/** What a region says, by column. */
const REGION_CELLS: Readonly<Record<string, CellOf>> = {
  start: ({ table }, row) => hex(table.start(row)),
  end: ({ table }, row) => hex(table.end(row)),
  perms: ({ table }, row) => table.perms(row),
  offset: ({ table }, row) => hex(table.offset(row)),
  device_major: ({ table }, row) => table.device(row)?.major.toString(),
  device_minor: ({ table }, row) => table.device(row)?.minor.toString(),
  inode: ({ table }, row) => table.inode(row)?.toString(),
  pathname: ({ table }, row) => shown(table.pathnameBytes(row)),
  pathname_base64: ({ table }, row) => exact(table.pathnameBytes(row)),
  vm_flags: ({ table }, row) => shown(table.vmFlagsBytes(row)),
  vm_flags_base64: ({ table }, row) => exact(table.vmFlagsBytes(row)),
  file_descriptor: file(({ descriptor }) => descriptor),
  file_type: file(({ type }) => type),
  file_size: file(({ size }) => size?.toString()),
  file_links: file(({ links }) => links?.toString()),
  file_rdev_major: file(({ rdev }) => rdev?.major.toString()),
  file_rdev_minor: file(({ rdev }) => rdev?.minor.toString()),
  file_lock: file(({ lock }) => lock),
  file_access: file(({ access }) => access),
  file_note: file(({ note }) => note),
  extra: ({ table }, row) => encoded(extraOf(table, row)?.shown),
  extra_base64: ({ table }, row) => extraOf(table, row)?.exact,
}

/** Columns that are there for what a view says, filled or not; the others are there when a row fills them. */
const ALWAYS: ReadonlySet<string> = new Set([
  'start',
  'end',
  'perms',
  'offset',
  'device_major',
  'device_minor',
  'inode',
  'pathname',
  'vm_flags',
])

/** The columns that these views need. */
export function columnsFor(views: readonly View[]): readonly WrittenColumn[] {
  const some = (cell: CellOf): boolean => views.some((view) => cell(view, -1) !== undefined)
  const process = Object.entries(VIEW_CELLS).filter(([, cell]) => some(cell))
  const region = Object.entries(REGION_CELLS).filter(([name, cell]) => isNeeded(name, cell, views))
  const counters = new Set(views.flatMap(({ table }) => [...table.columns.counters.keys()]))
  return [
    { name: 'view', cell: ({ adapter, dialect }) => encoded(`${adapter}:${dialect}`) },
    ...[...process, ...region].map(([name, cell]) => ({ name, cell: regionCell(name, cell) })),
    ...[...counters].map(counterColumn),
  ]
}

function isNeeded(name: string, cell: CellOf, views: readonly View[]): boolean {
  const field = REGION_COLUMNS[name]?.field
  if (ALWAYS.has(name)) return views.length === 0 || views.some(({ says }) => field !== undefined && says.has(field))
  return views.some((view) => {
    for (let row = 0; row < view.table.length; row++) if (cell(view, row) !== undefined) return true
    return false
  })
}

/** A row that is none says nothing of a region. */
function regionCell(name: string, cell: CellOf): CellOf {
  return name in REGION_CELLS ? (view, row) => (row < 0 ? undefined : cell(view, row)) : cell
}

function counterColumn(counter: string): WrittenColumn {
  return {
    name: encoded(counterHeading(counter)) as string,
    cell: ({ table }, row) => {
      const column = table.columns.counters.get(counter)
      const printed = row < 0 ? undefined : column?.printed(row)
      return column === undefined || printed === undefined ? undefined : `${BigInt(printed) * BigInt(column.unit)}`
    },
  }
}

function file(fact: (facts: FileFacts) => string | undefined): CellOf {
  return ({ table }, row) => {
    const facts = table.file(row)
    return facts === undefined ? undefined : encoded(fact(facts))
  }
}

function hex(value: bigint | undefined): string | undefined {
  return value === undefined ? undefined : `0x${value.toString(16)}`
}

/** Text as its bytes in UTF-8. */
function encoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : latin1(encoder.encode(text))
}

/** Bytes as text that shows them, with U+FFFD for what is not UTF-8. */
function shown(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : isText(bytes) ? latin1(bytes) : encoded(lenient.decode(bytes))
}

/** Bytes in base64, where the text does not say all of them. */
function exact(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined || isText(bytes) ? undefined : toBase64(bytes)
}
