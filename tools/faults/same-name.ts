import type { View } from '../../src/adapter.js'
import { withInode } from './other-files.js'
import { joined } from './records.js'
import type { Text } from './subject.js'

/** pmap reads so much of a name at least. */
const CUT = 950

/** How many files of one name are tried. */
const FILES = 24

const BEFORE_FILE = /^\S+ \S+ \S+ /
const FIRST_LINE = /^[^\n]*/
const MARK = / \(deleted\)$/
const SHARED_ANONYMOUS = /^(\[anon_shmem:.*\]|\/dev\/zero \(deleted\))$/

/** The mappings of a file that is no longer listed may be of another file that is called the same. */
export function* ofOthers(kernel: Text, rows: readonly number[]): Generator<string> {
  const [first] = rows
  if (first === undefined) return
  for (const other of alike(kernel, first)) {
    yield changed(kernel, (record, row) => (rows.includes(row) ? ofFile(record, kernel, other) : record))
    // A file may have lost its name, and got it again from another link.
    const { table } = kernel.view
    if (table.device(other)?.minor !== table.device(first)?.minor) continue
    const inode = String(table.inode(other))
    yield changed(kernel, (record, row) => (rows.includes(row) ? withInode(record, inode) : record))
  }
}

/** The file of a mapping that is gone may be mapped where another one of that name was. */
export function* ofTheGone(kernel: Text, rows: readonly number[]): Generator<string> {
  const [gone] = rows
  if (gone === undefined || rows.length > 1) return
  for (const other of alike(kernel, gone)) {
    yield changed(kernel, (record, row) => (row === gone ? '' : row === other ? ofFile(record, kernel, gone) : record))
  }
}

/** Mappings of files that are no longer listed may each be of one that is called the same, and was met before. */
export function* ofListed(kernel: Text, gone: readonly number[], listed: ReadonlySet<number>): Generator<string> {
  const files = new Map(
    gone.map((row) => {
      const last = lastPart(kernel.view.table.pathname(row) ?? '')
      const others = alike(kernel, row).filter((other) => other < row && listed.has(other))
      const same = others.find((other) => lastPart(kernel.view.table.pathname(other) ?? '') === last)
      return [row, same ?? others[0]] as const
    }),
  )
  if (![...files.values()].some((other) => other !== undefined)) return
  yield changed(kernel, (record, row) => {
    if (!files.has(row)) return record
    const other = files.get(row)
    return other === undefined ? '' : ofFile(record, kernel, other)
  })
}

/** A mapping of another process as one of this process's files whose last part is called the same. */
export function* ofOwnFiles(kernel: Text, from: Text, row: number): Generator<string> {
  const last = lastPart(from.view.table.pathname(row) ?? '')
  const { table } = kernel.view
  const seen = new Set<string>()
  for (let own = 0; own < table.length && seen.size < FILES; own++) {
    const key = `${table.inode(own)} ${table.pathname(own)}`
    if (last === '' || lastPart(table.pathname(own) ?? '') !== last || seen.has(key)) continue
    seen.add(key)
    yield ofFile(from.records.records[row] as string, kernel, own)
  }
}

/** Memory without a file may have a name of the kernel's own, in brackets, where a tool shows one. */
export function* named(kernel: Text, rows: readonly number[], mutated: View, row: number): Generator<string> {
  const name = mutated.table.pathname(row)?.trim() ?? ''
  const [only] = rows
  if (only === undefined || kernel.view.table.pathname(only) !== '' || !/^\[[^/ ]+\]$/.test(name)) return
  const before = bytesBeforeNames(kernel)
  yield changed(kernel, (record, at) =>
    at === only ? record.replace(FIRST_LINE, (line) => `${line.trimEnd().padEnd(before)} ${name}`) : record,
  )
}

/** How many bytes stand before the blank in front of a name in brackets: fewer where addresses have 32 bits. */
function bytesBeforeNames({ records }: Text): number {
  for (const record of records.records) {
    const at = (FIRST_LINE.exec(record)?.[0] ?? '').search(/ \[(?:heap|stack|v\w+)\]$/)
    if (at >= 0) return at
  }
  return 72
}

function changed(kernel: Text, change: (record: string, row: number) => string): string {
  return joined({ ...kernel.records, records: kernel.records.records.map(change) })
}

/** Rows of other files that may be called as that of a row is, those of lower addresses first. */
function alike({ view: { table } }: Text, row: number): readonly number[] {
  const name = table.pathname(row) ?? ''
  const mayBe = (other: number): boolean => {
    const to = table.pathname(other) ?? ''
    // What has no path is called alike by every pmap that makes names up.
    const areNameless = !to.includes('/') && !name.includes('/') && to !== ''
    const isNamedSo =
      (name.length > CUT && to.slice(0, CUT) === name.slice(0, CUT)) ||
      areNameless ||
      // Most pmaps show no more.
      lastPart(to).replace(MARK, '') === lastPart(name).replace(MARK, '') ||
      (SHARED_ANONYMOUS.test(to) && SHARED_ANONYMOUS.test(name))
    return isNamedSo && table.inode(other) !== table.inode(row) && table.inode(other) !== 0n
  }
  const found = Array.from({ length: table.length }, (_, other) => other).filter(mayBe)
  return [...found.filter((other) => other < row), ...found.filter((other) => other > row)].slice(0, FILES)
}

/** A record with the file of another row: its device, inode and name. */
export function ofFile(record: string, { records }: Text, row: number): string {
  return withFileOf(record, records.records[row] as string)
}

/** A record with the file of another record. */
export function withFileOf(record: string, like: string): string {
  const file = (FIRST_LINE.exec(like)?.[0] ?? '').replace(BEFORE_FILE, '')
  return record.replace(FIRST_LINE, (line) => (BEFORE_FILE.exec(line)?.[0] ?? '') + file)
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
