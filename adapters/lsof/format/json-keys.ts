import type { Device } from '../../../src/model/device.js'
import type { FileFacts } from '../../../src/model/region.js'
import type { Block } from './block.js'
import { extraOf } from './extra.js'
import { deviceNumber, UNTOLD } from './fields.js'
import { nameOf } from './name.js'

type Value = string | number | bigint | Uint8Array | undefined

/** A key of lsof's JSON (4.99.7), the letter of -F that asks for it, and where its value comes from. */
export interface KeyOf {
  readonly letter: string
  readonly name: string
  /** True for a value that lsof writes without quotes. */
  readonly bare: boolean
  value(block: Block, row: number): Value
}

/** The keys of a process, in lsof's order. */
export const PROCESS_KEYS: readonly KeyOf[] = [
  number('p', 'pid', ({ process }) => process.pid),
  number('K', 'tid', ({ task }) => task?.tid),
  string('M', 'task_cmd', ({ task }) => task?.comm),
  number('g', 'pgid', ({ process }) => process.pgid),
  number('R', 'ppid', ({ process }) => process.ppid),
  string('c', 'command', ({ command }) => command),
  number('u', 'uid', ({ process }) => process.uid),
  string('L', 'login', ({ process, options }) => (options.numericUsers ? undefined : process.user)),
]

/** The keys of a file, in lsof's order. */
export const FILE_KEYS: readonly KeyOf[] = [
  string('f', 'fd', (block, row) => factsOf(block, row)?.descriptor ?? UNTOLD),
  string('a', 'access', (block, row) => factsOf(block, row)?.access),
  string('l', 'lock', (block, row) => factsOf(block, row)?.lock),
  string('t', 'type', (block, row) => factsOf(block, row)?.type),
  string('d', 'device', kept('d')),
  string('D', 'device_number', ({ view }, row) => hex(view.table.device(row))),
  string('r', 'raw_device', (block, row) => hex(factsOf(block, row)?.rdev)),
  string('s', 'size', (block, row) => factsOf(block, row)?.size),
  string('o', 'offset', kept('offset')),
  string('i', 'inode', ({ view }, row) => view.table.inode(row)),
  number('k', 'nlink', (block, row) => factsOf(block, row)?.links),
  string('P', 'protocol', kept('P')),
  string('n', 'name', nameOf),
]

const KEYS: ReadonlyMap<string, KeyOf> = new Map([...PROCESS_KEYS, ...FILE_KEYS].map((key) => [key.name, key]))

/** The key of that name; one that lsof does not have yet holds what was kept under its name. */
export function keyNamed(name: string): KeyOf {
  return KEYS.get(name) ?? string('', name, kept(name))
}

function number(letter: string, name: string, value: KeyOf['value']): KeyOf {
  return { letter, name, bare: true, value }
}

function string(letter: string, name: string, value: KeyOf['value']): KeyOf {
  return { letter, name, bare: false, value }
}

function kept(name: string): KeyOf['value'] {
  return ({ view }, row) => (row < view.table.length ? extraOf(view.table, row, name) : undefined)
}

function factsOf({ view }: Block, row: number): FileFacts | undefined {
  return view.table.file(row)
}

function hex(device: Device | undefined): string | undefined {
  return device && `0x${deviceNumber(device).toString(16)}`
}
