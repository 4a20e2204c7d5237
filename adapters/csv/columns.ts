import type { FieldName } from '../../src/model/fields.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { address, base64, bytes, extra, extraPairs, half, perms, type ReadCell, text, u64, whole } from './cells.js'

/** A column that the format has by name. */
export interface Column {
  readonly read: ReadCell
  /** What is reported of a cell that cannot be read. */
  readonly code: DiagnosticCode
  /** The field of a region that it is of; the others are about the view and its process. */
  readonly field?: FieldName
}

function of(field: FieldName, read: ReadCell, code: DiagnosticCode = 'bad-column'): Column {
  return { read, code, field }
}

/** The columns that name the view: which adapter read it, and of which process. */
export const VIEW_COLUMNS: Readonly<Record<string, Column>> = {
  view: { read: text, code: 'bad-column' },
  pid: { read: whole, code: 'bad-column' },
  command: { read: text, code: 'bad-column' },
  uid: { read: whole, code: 'bad-column' },
  user: { read: text, code: 'bad-column' },
  ppid: { read: whole, code: 'bad-column' },
  pgid: { read: whole, code: 'bad-column' },
  start_time: { read: u64, code: 'bad-column' },
}

/** The columns of a region, in the order they are written; every other column is a counter of its name. */
export const REGION_COLUMNS: Readonly<Record<string, Column>> = {
  start: of('start', address, 'bad-start'),
  end: of('end', address, 'bad-end'),
  perms: of('perms', perms, 'bad-perms'),
  offset: of('offset', address, 'bad-offset'),
  device_major: of('device', half, 'bad-device'),
  device_minor: of('device', half, 'bad-device'),
  inode: of('inode', u64, 'bad-inode'),
  pathname: of('pathname', bytes),
  pathname_base64: of('pathname', base64, 'bad-base64'),
  vm_flags: of('vmFlags', bytes),
  vm_flags_base64: of('vmFlags', base64, 'bad-base64'),
  file_descriptor: of('file', text),
  file_type: of('file', text),
  file_size: of('file', u64),
  file_links: of('file', u64),
  file_rdev_major: of('file', half),
  file_rdev_minor: of('file', half),
  file_lock: of('file', text),
  file_access: of('file', text),
  file_note: of('file', text),
  extra: of('extra', extra),
  extra_base64: of('extra', extraPairs, 'bad-base64'),
}

/** What stands before the name of a counter that is named as a column of ours. */
export const COUNTER_PREFIX = 'counter.'

/** A counter, in bytes. */
export const COUNTER: Column = of('counters', u64, 'bad-counter')

/** The column that a heading names. */
export function columnOf(name: string): Column {
  return own(VIEW_COLUMNS, name) ?? own(REGION_COLUMNS, name) ?? COUNTER
}

/** True for a name that is no counter's. */
export function isOwnColumn(name: string): boolean {
  return Object.hasOwn(VIEW_COLUMNS, name) || Object.hasOwn(REGION_COLUMNS, name)
}

/** The heading of a counter's column. */
export function counterHeading(counter: string): string {
  return isOwnColumn(counter) || counter.startsWith(COUNTER_PREFIX) ? `${COUNTER_PREFIX}${counter}` : counter
}

/** The counter of a column's heading. */
export function counterOf(heading: string): string {
  return heading.startsWith(COUNTER_PREFIX) ? heading.slice(COUNTER_PREFIX.length) : heading
}

function own(columns: Readonly<Record<string, Column>>, name: string): Column | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : undefined
}

/** True for a column in which an empty text is a value. */
export function isTextual({ read }: Column): boolean {
  return read === text || read === bytes
}
