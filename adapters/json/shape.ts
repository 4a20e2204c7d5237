import { UNITLESS_COUNTERS } from '../../src/model/counters.js'
import type { FieldName } from '../../src/model/fields.js'
import { PERMS_UNKNOWN, permsFromText } from '../../src/model/perms.js'
import { isBase64 } from './base64.js'

/** Says whether a value is of the right kind; `key` is the one that it stands under. */
export type Check = (value: unknown, key: string) => boolean

/** What an object may hold, by key. */
export interface Shape {
  readonly [key: string]: Check | Shape
}

/** Every field of a region, in the order they are written. */
export const FIELDS: readonly FieldName[] = [
  'start',
  'end',
  'perms',
  'offset',
  'device',
  'inode',
  'pathname',
  'counters',
  'vmFlags',
  'file',
  'extra',
]

const LARGEST = (1n << 64n) - 1n

const hex: Check = (value) => typeof value === 'string' && /^[0-9a-f]{1,16}$/.test(value)
const decimal: Check = (value) =>
  typeof value === 'string' && /^(?:0|[1-9][0-9]{0,19})$/.test(value) && BigInt(value) <= LARGEST
// Half of a surrogate pair is no character, and has no bytes.
const text: Check = (value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value)
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const half: Check = (value) => whole(value, '') && (value as number) <= 0xffffffff
const truth: Check = (value) => typeof value === 'boolean'
const list: Check = (value) => Array.isArray(value)

const texts: Check = (value) => Array.isArray(value) && value.every((one) => text(one, ''))
const fields: Check = (value) => Array.isArray(value) && value.every((one) => FIELDS.includes(one))
const perms: Check = (value) => typeof value === 'string' && permsFromText(value) !== PERMS_UNKNOWN
const flags: Check = (value) => Array.isArray(value) && value.every((one) => text(one, '') && /^[^ ]+$/s.test(one))
const device: Check = (value) =>
  isObject(value) && Object.keys(value).length === 2 && half(value.major, '') && half(value.minor, '')
const exe: Check = (value) =>
  isObject(value) && text(value.pathname, '') && device(value.device, '') && decimal(value.inode, '')
const pairs: Check = (value) =>
  Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isBase64))
const everyText: Check = (value) => isObject(value) && Object.entries(value).every((pair) => texts(pair, ''))
/** Bytes, in whole units of the counter's own (kB of 1024 for most). */
const counters: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, bytes]) =>
      text(name, '') &&
      decimal(bytes, '') &&
      BigInt(bytes as string) % BigInt(UNITLESS_COUNTERS.has(name) ? 1 : 1024) === 0n,
  )

/** A region. */
export const REGION: Shape = {
  start: hex,
  end: hex,
  perms,
  offset: hex,
  device,
  inode: decimal,
  pathname: text,
  pathnameBase64: isBase64,
  counters,
  vmFlags: flags,
  vmFlagsBase64: isBase64,
  file: {
    descriptor: text,
    type: text,
    size: decimal,
    links: decimal,
    rdev: device,
    lock: text,
    access: text,
    note: text,
  },
  extra: everyText,
  extraBase64: pairs,
}

/** What is known of the process. */
export const PROCESS: Shape = {
  pid: whole,
  command: text,
  cmdline: text,
  cmdlineBase64: isBase64,
  uid: whole,
  user: text,
  ppid: whole,
  pgid: whole,
  startTime: decimal,
  startStack: hex,
  exe,
  sameMountNamespace: truth,
}

/** Where the view came from. */
export const SOURCE: Shape = { name: text, kernel: text, tool: text, version: text, argv: texts, captured: text }

/** A view, less its regions, process and source, which are looked at one by one. */
export const VIEW: Shape = {
  schema: (value) => value === 'memmaps.view/1',
  adapter: text,
  dialect: text,
  says: fields,
  process: isObject,
  source: isObject,
  regions: list,
  diagnostics: list,
  moreDiagnostics: isObject,
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
