import { type Device, sameDevice } from '../model/device.js'
import {
  END,
  HAS_DEVICE,
  HAS_PATHNAME,
  HAS_PERMS,
  HAS_VM_FLAGS,
  INODE,
  OFFSET,
  START,
  type U64Field,
} from '../model/fields.js'
import { sameBytes } from '../model/pathname.js'
import { permsText } from '../model/perms.js'
import type { FileFacts } from '../model/region.js'
import type { RegionTable } from '../model/table.js'
import { printableBytes } from '../report/printable.js'

/** A field for which two views show different values of one region. */
export interface FieldDifference {
  /** A field of a region, or a part of one: `counters.Rss`, `file.size`. */
  readonly field: string
  /** What the projection of the richer view shows, as text for people. */
  readonly expected: string
  /** What the other view shows. */
  readonly actual: string
  /** True for a value that changes while the mappings stand still, so that two moments may differ. */
  readonly changes: boolean
}

/** Counters that only a change of the mapping itself can change. */
const FIXED_COUNTERS: ReadonlySet<string> = new Set(['Size', 'KernelPageSize', 'MMUPageSize'])

/** Counters that nobody but the process itself moves, so that they stand still while it is frozen. */
const OWN_COUNTERS: ReadonlySet<string> = new Set(['Rss', 'Anonymous', 'Swap'])

const U64_FIELDS: readonly (readonly [U64Field, string])[] = [
  [START, 'start'],
  [END, 'end'],
  [OFFSET, 'offset'],
  [INODE, 'inode'],
]

/** Every field that both rows have and that differs. `frozen`: nothing of the process moved between the two readings. */
export function differences(
  expected: RegionTable,
  row: number,
  actual: RegionTable,
  actualRow: number,
  frozen: boolean,
  comparable: (name: Uint8Array) => Uint8Array,
): FieldDifference[] {
  const found: FieldDifference[] = []
  const both = (expected.columns.present[row] as number) & (actual.columns.present[actualRow] as number)
  const add = (field: string, left: string, right: string, changes = false): void => {
    found.push({ field, expected: left, actual: right, changes })
  }
  for (const [field, name] of U64_FIELDS) {
    if ((both & (1 << field)) === 0) continue
    if (
      expected.low(row, field) === actual.low(actualRow, field) &&
      expected.high(row, field) === actual.high(actualRow, field)
    )
      continue
    const base = field === INODE ? 10 : 16
    add(name, longOf(expected, row, field).toString(base), longOf(actual, actualRow, field).toString(base))
  }
  if (both & HAS_PERMS) {
    const left = expected.columns.permsCodes[row] as number
    const right = actual.columns.permsCodes[actualRow] as number
    if (left !== right && !permsAgree(permsText(left), permsText(right)))
      add('perms', permsText(left), permsText(right))
  }
  if (both & HAS_DEVICE) {
    const left = expected.device(row) as Device
    const right = actual.device(actualRow) as Device
    if (!sameDevice(left, right)) add('device', deviceText(left), deviceText(right))
  }
  if (both & HAS_PATHNAME) {
    const left = expected.pathnameBytes(row) as Uint8Array
    const right = comparable(actual.pathnameBytes(actualRow) as Uint8Array)
    if (!sameBytes(left, right)) add('pathname', printableBytes(left), printableBytes(right))
  }
  for (const column of actual.columns.counters.values()) {
    const right = column.printed(actualRow)
    if (right === undefined) continue
    const left = expected.columns.counters.get(column.name)?.printed(row)
    if (left === undefined || left === right) continue
    const changes = !FIXED_COUNTERS.has(column.name) && !(frozen && OWN_COUNTERS.has(column.name))
    const unit = column.unit === 1 ? '' : ' kB'
    add(`counters.${column.name}`, `${left}${unit}`, `${right}${unit}`, changes)
  }
  if (both & HAS_VM_FLAGS) {
    const left = (expected.vmFlags(row) ?? []).join(' ')
    const right = (actual.vmFlags(actualRow) ?? []).join(' ')
    if (left !== right) add('vmFlags', left, right, !frozen)
  }
  const facts = actual.file(actualRow)
  if (facts !== undefined) compareFiles(expected.file(row), facts, frozen, add)
  return found
}

/** Devices as people know them from ls and stat. */
export function deviceText({ major, minor }: Device): string {
  return `${major.toString(16).padStart(2, '0')}:${minor.toString(16).padStart(2, '0')}`
}

function compareFiles(
  expected: FileFacts | undefined,
  actual: FileFacts,
  frozen: boolean,
  add: (field: string, left: string, right: string, changes?: boolean) => void,
): void {
  if (expected === undefined) return
  for (const field of ['descriptor', 'type', 'note'] as const) {
    const left = expected[field]
    const right = actual[field]
    if (left !== undefined && right !== undefined && left !== right) add(`file.${field}`, left, right)
  }
  for (const field of ['size', 'links'] as const) {
    const left = expected[field]
    const right = actual[field]
    if (left !== undefined && right !== undefined && left !== right) {
      add(`file.${field}`, String(left), String(right), !frozen)
    }
  }
  if (expected.rdev !== undefined && actual.rdev !== undefined && !sameDevice(expected.rdev, actual.rdev)) {
    add('file.rdev', deviceText(expected.rdev), deviceText(actual.rdev))
  }
}

function longOf(table: RegionTable, row: number, field: U64Field): bigint {
  return table.columns.longs[row * 4 + field] as bigint
}

/** '?' agrees with every value. */
function permsAgree(left: string, right: string): boolean {
  for (let i = 0; i < 4; i++) if (left[i] !== right[i] && left[i] !== '?' && right[i] !== '?') return false
  return true
}
