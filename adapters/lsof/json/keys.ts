import { deviceFromNumber } from '../../../src/model/device.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import type { FactsInProgress } from '../fields/letters.js'
import { readCount, readDecimal, readHex, readUid } from '../reading/numbers.js'
import { type FileRecord, textOf } from '../reading/record.js'
import type { JsonValue } from './reader.js'
import { unescapeJson } from './string.js'

/** Numbers of a process, and the fact that each is. */
const COUNTS: ReadonlyMap<string, 'pid' | 'ppid' | 'pgid' | 'uid'> = new Map([
  ['pid', 'pid'],
  ['ppid', 'ppid'],
  ['pgid', 'pgid'],
  ['uid', 'uid'],
])

/** Keys of a process that the model has no field for, and the name each is kept under. */
const KEPT_OF_PROCESS: ReadonlyMap<string, string> = new Map([
  ['tid', 'TID'],
  ['task_cmd', 'TASKCMD'],
  ['zone', 'zone'],
  ['security_context', 'security_context'],
])

/** Keys of a file that are plain words, and the part of the record that each is. */
const WORDS: ReadonlyMap<string, 'descriptor' | 'access' | 'lock' | 'type'> = new Map([
  ['fd', 'descriptor'],
  ['access', 'access'],
  ['lock', 'lock'],
  ['type', 'type'],
])

/** Keys of a file that are numbers, each with the finding when it is none. */
const NUMBERS: ReadonlyMap<string, readonly [part: 'size' | 'inode' | 'links', code: DiagnosticCode]> = new Map([
  ['size', ['size', 'bad-size']],
  ['inode', ['inode', 'bad-inode']],
  ['nlink', ['links', 'bad-column']],
])

const DEVICES: ReadonlyMap<string, 'device' | 'rdev'> = new Map([
  ['device_number', 'device'],
  ['raw_device', 'rdev'],
])

/** Keys of a file that the model has no field for, and the name each is kept under. */
const KEPT_OF_FILE: ReadonlyMap<string, string> = new Map([
  ['device', 'd'],
  ['protocol', 'P'],
  ['offset', 'offset'],
  ['flags', 'flags'],
  ['tcp_info', 'tcp_info'],
])

/** True for a key that lsof 4.99.7 has for processes. */
export function isProcessKey(key: string): boolean {
  return COUNTS.has(key) || KEPT_OF_PROCESS.has(key) || key === 'command' || key === 'login'
}

/** True for a key that lsof 4.99.7 has for files. */
export function isFileKey(key: string): boolean {
  return WORDS.has(key) || NUMBERS.has(key) || DEVICES.has(key) || KEPT_OF_FILE.has(key) || key === 'name'
}

/** Reads a key of a process; gives the finding when it cannot be read. */
export function readProcessKey(
  facts: FactsInProgress,
  kept: Map<string, Uint8Array>,
  key: string,
  bytes: Uint8Array,
  value: JsonValue,
): DiagnosticCode | undefined {
  const { from, to } = value
  const count = COUNTS.get(key)
  const name = KEPT_OF_PROCESS.get(key)
  if (count !== undefined) {
    const number = count === 'uid' ? readUid(bytes, from, to) : readCount(bytes, from, to)
    if (number === undefined) return 'bad-column'
    facts[count] = number
  } else if (name !== undefined) kept.set(name, contentOf(bytes, value))
  else {
    if (value.kind !== 'string') return 'bad-column'
    const text = unescapeJson(bytes, from, to)
    facts[key === 'login' ? 'user' : 'command'] = textOf(text, 0, text.length)
  }
  return undefined
}

/** Reads a key of a file; what the model has no field for is kept in `extra`. Gives the finding when it cannot be read. */
export function readFileKey(
  record: FileRecord,
  key: string,
  bytes: Uint8Array,
  value: JsonValue,
): DiagnosticCode | undefined {
  const { from, to } = value
  const word = WORDS.get(key)
  const number = NUMBERS.get(key)
  const device = DEVICES.get(key)
  if (word !== undefined || key === 'name') {
    // A descriptor written as a number is one that something else wrote: lsof quotes it.
    if (value.kind !== 'string' && key !== 'fd') return 'bad-column'
    const text = unescapeJson(bytes, from, to)
    if (word === undefined) record.name = text
    else record[word] = textOf(text, 0, text.length).trim() || undefined
  } else if (number !== undefined) {
    const [part, code] = number
    record[part] = readDecimal(bytes, from, to)
    if (record[part] === undefined) return code
  } else if (device !== undefined) {
    const printed = readHex(bytes, from, to)
    if (printed === undefined) return 'bad-device'
    record[device] = deviceFromNumber(printed)
  } else record.keep(KEPT_OF_FILE.get(key) ?? key, contentOf(bytes, value))
  return undefined
}

/** A value as bytes: a string without its quotes and escapes, all else as it is written. */
export function contentOf(bytes: Uint8Array, { kind, from, to }: JsonValue): Uint8Array {
  return kind === 'string' ? unescapeJson(bytes, from, to) : bytes.slice(from, to)
}
