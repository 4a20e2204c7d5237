import { HAS_INODE, INODE } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import { isBefore } from '../../../src/model/version.js'
import type { LsofOptions } from '../call/options.js'
import type { Block } from './block.js'
import { extraText } from './extra.js'
import { UNTOLD } from './fields.js'
import { humanSize } from './size.js'

/** Upper halves from which on a number is not exact in a double, and the largest one that is. */
const INEXACT = 0x200000
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)

/** A right-aligned column of the table. */
export interface Column {
  readonly title: string
  /** The cell's text, or the whole number below 2^53 that it is; '' where there is nothing to say. */
  cell(block: Block, row: number): string | number
}

/** Columns that a numeric user takes, and digits that it is cut to. */
const UID_WIDTH = 8

const PPID: Column = { title: 'PPID', cell: ({ process }) => text(process.ppid) }
const PGID: Column = { title: 'PGID', cell: ({ process }) => text(process.pgid) }
const USER: Column = { title: 'USER', cell: ({ process, options }) => userOf(process, options) }
/** The file's type. */
export const TYPE: Column = { title: 'TYPE', cell: ({ view }, row) => view.table.file(row)?.type ?? '' }
/** Flags of an open file, which a mapping has none of. */
const FLAGS: Column = { title: 'FILE-FLAG', cell: () => '' }

/** The inode, or the protocol of what is no file. */
export const NODE: Column = {
  title: 'NODE',
  cell: (block, row) => extraText(block.view.table, row, 'P') ?? inodeOf(block.view.table, row),
}

/** The file system's device, or that of a special file. */
export const DEVICE: Column = { title: 'DEVICE', cell: deviceOf }

/** `" %ld"`: a blank belongs to the number. */
export const NLINK: Column = {
  title: 'NLINK',
  cell: ({ view }, row) => {
    const links = view.table.file(row)?.links
    return links === undefined ? '' : ` ${links}`
  },
}

/** FD without the access and lock letters behind it. */
export const FD: Column = { title: 'FD', cell: descriptorOf }

/** The columns between COMMAND, PID and the thread, and FD. */
export function columnsOfProcess({ parents, groups }: LsofOptions): readonly Column[] {
  return [...(parents ? [PPID] : []), ...(groups ? [PGID] : []), USER]
}

/** The columns between FD and NAME. */
export function columnsOfFile({ fileFlags, links, only }: LsofOptions): readonly Column[] {
  const title = only === 'offset' ? 'OFFSET' : only === 'size' ? 'SIZE' : 'SIZE/OFF'
  const size: Column = { title, cell: (block, row) => sizeOf(block, row, title) }
  return [TYPE, ...(fileFlags ? [FLAGS] : []), DEVICE, size, ...(links ? [NLINK] : []), NODE]
}

function text(value: number | bigint | undefined): string {
  return value === undefined ? '' : String(value)
}

/** As a number where that is exact: nothing is made of it then but its digits. */
function inodeOf(table: RegionTable, row: number): string | number {
  const high = table.high(row, INODE)
  if (!table.has(row, HAS_INODE) || high >= INEXACT) return text(table.inode(row))
  return high * 0x100000000 + table.low(row, INODE)
}

function userOf({ user, uid }: Block['process'], { numericUsers }: LsofOptions): string {
  if (user !== undefined && (!numericUsers || uid === undefined)) return user
  return uid === undefined ? '' : String(uid).padStart(UID_WIDTH).slice(0, UID_WIDTH)
}

/** lsof before 4.99.0 keeps the directories and the numbers in four columns. */
function descriptorOf({ view }: Block, row: number): string {
  const descriptor = view.table.file(row)?.descriptor ?? UNTOLD
  if (descriptor === 'mem' || !/^(?:cwd|rtd|\d+)$/.test(descriptor)) return descriptor
  const { version } = view.source
  return isBefore(version, '4.99.0') ? descriptor.padStart(4) : descriptor
}

function deviceOf(block: Block, row: number): string {
  const { table } = block.view
  const { type, rdev } = table.file(row) ?? {}
  const device = type === 'CHR' || type === 'BLK' ? rdev : table.device(row)
  return extraText(table, row, 'd') ?? (device === undefined ? '' : `${device.major},${device.minor}`)
}

function sizeOf(block: Block, row: number, title: string): string | number {
  const { view, options } = block
  const size = view.table.file(row)?.size
  if (size === undefined) return extraText(view.table, row, title) ?? ''
  if (options.only === 'offset') return ''
  if (options.human) return humanSize(size)
  return size <= LARGEST ? Number(size) : String(size)
}
