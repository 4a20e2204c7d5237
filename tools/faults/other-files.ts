import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import { joined, recordsOf } from './records.js'
import type { Text } from './subject.js'

const FIRST_LINE = /^[^\n]*/
const BEFORE_FILE = /^\S+ \S+ \S+ /
const INODE = /^(\S+ \S+ \S+ \S+ )\d+( *)/
const SHMID = /^ {2}\[ shmid=0x([0-9a-f]+) \]$/
const NO_NAME = new Uint8Array(0)

/** A number that no file of a capture has. */
const UNUSED = 987_654_321n

/** How many rows are tried. */
const ROWS = 48

/** Kinds of files whose numbers may be equal though they are others, all on one device. */
const ONE_NUMBER: readonly RegExp[] = [/^anon_inode:/, /^(?:\/SYSV|\/memfd:|\/dev\/zero|\[anon_shmem:)/]

/** The mappings of a file that is no longer listed may be of one whose number another file on that device has. */
export function* ofOneNumber(kernel: Text, rows: readonly number[]): Generator<string> {
  for (const inode of numbersLike(kernel, rows)) yield changed(kernel, rows, (record) => withInode(record, inode))
}

/** The numbers of the other files of a mapping's kind on its device. */
function numbersLike({ view: { table } }: Text, [first]: readonly number[]): ReadonlySet<string> {
  const inodes = new Set<string>()
  const kind = first === undefined ? undefined : ONE_NUMBER.find((each) => each.test(table.pathname(first) ?? ''))
  if (first === undefined || kind === undefined) return inodes
  for (let row = 0; row < table.length; row++) {
    const inode = String(table.inode(row))
    if (inode === String(table.inode(first)) || !kind.test(table.pathname(row) ?? '')) continue
    if (table.device(row)?.minor === table.device(first)?.minor) inodes.add(inode)
  }
  return inodes
}

/** A mapping whose name has no slash, which most pmaps do not show, may be of another file that has no such name either. */
export function* inAnonymous(kernel: Text, after: number, like: string): Generator<string> {
  const { table } = kernel.view
  const file = (FIRST_LINE.exec(like)?.[0] ?? '').replace(BEFORE_FILE, '')
  let tried = 0
  for (let row = after; row < table.length && tried < ROWS; row++) {
    if (table.pathname(row)?.includes('/') !== false) continue
    tried += 1
    yield changed(kernel, [row], (record) =>
      record.replace(FIRST_LINE, (line) => (BEFORE_FILE.exec(line)?.[0] ?? '') + file),
    )
  }
}

/** A name that a tool shows in part may have changed in that part alone, and the number of a segment is its inode. */
export function* asShown(
  kernel: Text,
  rows: readonly number[],
  before: View,
  after: View,
  row: number,
): Generator<string> {
  const [old, name] = [before, after].map(({ table }) => latin1(table.pathnameBytes(row) ?? NO_NAME)) as [
    string,
    string,
  ]
  const shmid = SHMID.exec(name)?.[1]
  if (shmid !== undefined) yield changed(kernel, rows, (record) => withInode(record, String(BigInt(`0x${shmid}`))))
  const [first] = rows
  const whole = first === undefined ? '' : latin1(kernel.view.table.pathnameBytes(first) ?? NO_NAME)
  for (let at = whole.indexOf(old); at >= 0 && old !== ''; at = whole.indexOf(old, at + 1)) {
    const renamed = whole.slice(0, at) + name + whole.slice(at + old.length)
    const rename = (record: string): string =>
      record.replace(FIRST_LINE, (line) => (line.endsWith(whole) ? line.slice(0, -whole.length) + renamed : line))
    yield changed(kernel, rows, rename)
    for (const inode of numbersLike(kernel, rows)) {
      yield changed(kernel, rows, (record) => withInode(rename(record), inode))
    }
  }
}

/** The file whose number a mapping has now may have the number that the mapping had. */
export function* exchangedNumbers(kernel: Text, rows: readonly number[], to: bigint): Generator<string> {
  const { table } = kernel.view
  const [first] = rows
  const old = first === undefined ? undefined : table.inode(first)
  if (first === undefined || old === undefined) return
  const all = Array.from({ length: table.length }, (_, row) => row)
  const onDisk = all.filter((row) => table.device(row)?.minor === table.device(first)?.minor)
  const others = onDisk.filter((row) => table.inode(row) === to && !rows.includes(row))
  if (others.length === 0) return
  yield joined({
    ...kernel.records,
    records: kernel.records.records.map((record, row) => {
      if (others.includes(row)) return withInode(record, String(old))
      return rows.includes(row) ? withInode(record, String(to)) : record
    }),
  })
}

/** The same address space, in which no file of a mapping's device has that number. */
export function withoutNumber(kernel: Text, like: number, inode: bigint): Text | undefined {
  const { table } = kernel.view
  const has = (row: number): boolean =>
    table.inode(row) === inode && table.device(row)?.minor === table.device(like)?.minor && row !== like
  if (!Array.from({ length: table.length }, (_, row) => row).some(has)) return undefined
  const records = kernel.records.records.map((record, row) => (has(row) ? withInode(record, String(UNUSED)) : record))
  const latin1 = joined({ ...kernel.records, records })
  const view = kernel.subject.read(kernel.captured, Buffer.from(latin1, 'latin1'))
  return { ...kernel, latin1, view, records: recordsOf(latin1, view) }
}

/** What a listing notes may be the end of a name, where the file is listed as deleted. */
export function* withNote(kernel: Text, rows: readonly number[], { table }: View, row: number): Generator<string> {
  const { note, descriptor } = table.file(row) ?? {}
  const [first] = rows
  if (first === undefined || note === undefined || descriptor !== 'mem') return
  const whole = latin1(kernel.view.table.pathnameBytes(first) ?? NO_NAME)
  yield renamedRow(kernel, rows, whole, `${whole} ${note} (deleted)`)
}

/** The kernel's text with a mapping's name changed. */
export function renamedRow(kernel: Text, rows: readonly number[], from: string, to: string): string {
  return changed(kernel, rows, (record) =>
    record.replace(FIRST_LINE, (line) => (line.endsWith(from) ? line.slice(0, -from.length) + to : line)),
  )
}

function changed(kernel: Text, rows: readonly number[], change: (record: string) => string): string {
  const { records } = kernel.records
  return joined({
    ...kernel.records,
    records: records.map((record, row) => (rows.includes(row) ? change(record) : record)),
  })
}

/** A record with another number of its file. */
export function withInode(record: string, inode: string): string {
  return record.replace(INODE, (all, before: string) => (before + inode).padEnd(all.length))
}
