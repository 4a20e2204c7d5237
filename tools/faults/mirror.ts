import type { View } from '../../src/adapter.js'
import { cutBefore, longElsewhere } from './cut.js'
import type { Edit } from './edit.js'
import { changedRecord, type Step } from './mutation.js'
import { asShown, exchangedNumbers, inAnonymous, ofOneNumber, withNote, withoutNumber } from './other-files.js'
import { reordered } from './pathless.js'
import { joined } from './records.js'
import { named, ofFile, ofListed, ofOthers, ofOwnFiles, ofTheGone } from './same-name.js'
import type { Text } from './subject.js'

/** The ways in which the kernel's text may have been changed, so that a tool's text changed as it did. */
export function* mirrored(step: Step, text: Text, mutated: View, kernel: Text): Generator<string> {
  const rows = (row: number): readonly number[] => rowsBehind(text, row, kernel)
  switch (step.do) {
    case 'edit':
      for (const edits of alike(step.edit, text)) yield* withChanged(kernel, rows(step.row), edits)
      if (step.edit.of === 'inode') yield* exchangedNumbers(kernel, rows(step.row), step.edit.to)
      if (step.edit.of === 'descriptor') yield* withNote(kernel, rows(step.row), text.view, step.row)
      if (step.edit.of === 'device' && text.adapter === 'pmap') yield* ofOthers(kernel, rows(step.row))
      if (step.edit.of === 'name') yield* asOtherFile(kernel, rows(step.row), step.edit)
      if (step.edit.of === 'name' && text.adapter === 'pmap') {
        yield* named(kernel, rows(step.row), mutated, step.row)
      }
      if (step.edit.of === 'name') {
        yield* asShown(kernel, rows(step.row), text.view, mutated, step.row)
        yield* cutBefore(kernel, rows(step.row), text.view, mutated.table.pathname(step.row) ?? '')
      }
      return
    case 'drop':
      yield without(kernel, new Set(rows(step.row)))
      yield* text.adapter === 'lsof' ? ofOthers(kernel, rows(step.row)) : ofTheGone(kernel, rows(step.row))
      if (text.adapter === 'lsof') yield* ofOneNumber(kernel, rows(step.row))
      return
    case 'copy': {
      const [row] = rows(step.row)
      if (row === undefined) return
      const copy = changedRecord(kernel, row, step.edits)
      if (text.adapter === 'lsof') {
        const below = step.edits.map((edit) => (edit.of === 'name' ? { ...edit, below: true as const } : edit))
        for (const edits of [step.edits, below]) yield* inGaps(kernel, row, kernel, row, edits)
        const inode = step.edits.find((edit) => edit.of === 'inode')
        const other = inode?.of === 'inode' ? withoutNumber(kernel, row, inode.to) : undefined
        if (other !== undefined) for (const edits of [step.edits, below]) yield* inGaps(other, row, other, row, edits)
        if (copy === undefined) return
        yield* inAnonymous(kernel, row, copy)
        yield* longElsewhere(kernel, row, copy)
        const pathless = reordered(kernel, mutated, { row: step.row + 1, record: copy })
        if (pathless !== undefined) yield pathless
      } else if (copy !== undefined) yield withMore(kernel, row, copy)
      return
    }
    case 'insert': {
      const from = step.from.subject.kernel.find(({ adapter }) => adapter === kernel.adapter)
      const row = from && rowsBehind(step.from, step.row, from)[0]
      const after = rows(step.after).at(-1)
      if (from === undefined || row === undefined || after === undefined) return
      const record = from.records.records[row] as string
      if (text.adapter === 'lsof') {
        yield* inGaps(kernel, after, from, row, [])
        yield* inAnonymous(kernel, after, record)
        yield* longElsewhere(kernel, rows(step.after)[0] as number, record)
      } else {
        yield withMore(kernel, after, record)
        for (const own of ofOwnFiles(kernel, from, row)) yield withMore(kernel, after, own)
      }
      return
    }
    case 'cut': {
      const kept = new Set(Array.from({ length: mutated.table.length }, (_, row) => rows(row)).flat())
      const all = Array.from({ length: text.view.table.length }, (_, row) => rows(row)).flat()
      const gone = all.filter((row) => !kept.has(row))
      yield without(kernel, new Set(gone))
      yield* ofListed(kernel, gone, kept)
      return
    }
    case 'swap': {
      if (text.adapter !== 'lsof') return
      yield exchanged(kernel, rows(step.row), rows(step.with))
      const other = reordered(kernel, mutated)
      if (other !== undefined) yield other
      return
    }
  }
}

/** What may have happened to a mapping when a tool shows that edit. */
function alike(edit: Edit, { adapter }: Text): readonly (readonly Edit[])[] {
  if (edit.of === 'size') return [[{ ...edit, counted: true }]]
  // What is listed as DEL is marked, and a long path that is not need not be found.
  if (edit.of === 'descriptor') return [[{ of: 'name', how: 'mark' }]]
  if (edit.of === 'name' && adapter === 'lsof') {
    const marked: readonly Edit[][] = edit.how === 'mark' ? [[{ of: 'name', how: 'marks' }]] : []
    // lsof takes the mark off, and shows the name below it.
    return [[edit], ...marked, [{ ...edit, below: true }]]
  }
  // Where pmap makes a name up there may be none.
  return adapter === 'pmap' && edit.of !== 'name' ? [[edit], [{ of: 'nameless' }, edit]] : [[edit]]
}

function* withChanged(kernel: Text, rows: readonly number[], edits: readonly Edit[]): Generator<string> {
  const records = [...kernel.records.records]
  for (const row of rows) {
    const changed = changedRecord(kernel, row, edits)
    if (changed === undefined) return
    records[row] = changed
  }
  yield joined({ ...kernel.records, records })
}

/** A mapping that is renamed may be one of a file that is mapped elsewhere, too. */
function* asOtherFile(kernel: Text, rows: readonly number[], edit: Edit): Generator<string> {
  const [renamed] = withChanged(kernel, rows, [edit])
  const [row] = rows
  if (renamed === undefined || row === undefined) return
  const { table } = kernel.subject.read(kernel.captured, Buffer.from(renamed, 'latin1'))
  const [name, device] = [table.pathname(row), table.device(row)]
  for (let other = 0; other < table.length; other++) {
    const [to, inode] = [table.device(other), table.inode(other)]
    if (other === row || table.pathname(other) !== name || inode === undefined) continue
    if (to === undefined || device === undefined || to.major !== device.major) continue
    const delta = BigInt(to.minor - device.minor)
    const moved: Edit[] = delta === 0n ? [] : [{ of: 'device', delta }]
    yield* withChanged(kernel, rows, [edit, { of: 'inode', to: inode }, ...moved])
  }
}

function without(kernel: Text, gone: ReadonlySet<number>): string {
  return joined({ ...kernel.records, records: kernel.records.records.map((each, row) => (gone.has(row) ? '' : each)) })
}

/** The mappings of two files, each of the other one. */
function exchanged(kernel: Text, some: readonly number[], others: readonly number[]): string {
  const [one, other] = [some[0], others[0]]
  const records = kernel.records.records.map((record, row) => {
    if (other !== undefined && some.includes(row)) return ofFile(record, kernel, other)
    return one !== undefined && others.includes(row) ? ofFile(record, kernel, one) : record
  })
  return joined({ ...kernel.records, records })
}

function withMore(kernel: Text, after: number, more: string): string {
  const records = [...kernel.records.records]
  records[after] += more
  return joined({ ...kernel.records, records })
}

/** How many gaps are tried: what is mapped further away comes later in every list. */
const GAPS = 12

/** A mapping of another file, in each free place behind a row that has room for it. */
function* inGaps(kernel: Text, after: number, from: Text, row: number, edits: readonly Edit[]): Generator<string> {
  const { table } = kernel.view
  const start = from.view.table.start(row)
  const size = from.view.table.size(row)
  if (start === undefined || size === undefined) return
  // lsof shows no size of a mapping, so that one page is enough; only smaps would count what it lacks then.
  const less = kernel.adapter === 'maps' ? kernel.pageSize - size : 0n
  for (let at = after; at < Math.min(after + GAPS, table.length); at++) {
    const end = table.end(at) as bigint
    const next = table.start(at + 1)
    if (next !== undefined && next - end < size + less) continue
    const shrunk: readonly Edit[] = less === 0n ? [] : [{ of: 'size', delta: less, counted: false }]
    const placed = changedRecord(from, row, [...edits, ...shrunk, { of: 'address', delta: end - start }])
    if (placed !== undefined) yield withMore(kernel, at, placed)
  }
}

/** The kernel's rows that a row stands for: the one that begins there, or all of that file. */
export function rowsBehind(text: Text, row: number, kernel: Text): readonly number[] {
  const { table } = kernel.view
  const all = Array.from({ length: table.length }, (_, each) => each)
  const start = text.view.table.start(row)
  if (start !== undefined) return all.filter((each) => table.start(each) === start)
  const inode = text.view.table.inode(row)
  const device = text.view.table.device(row)
  const { rdev, type } = text.view.table.file(row) ?? {}
  // In a table the device of a special file is the one it stands for.
  const isSpecial = text.view.dialect === 'table' && (rdev !== undefined || type === 'CHR' || type === 'BLK')
  const rows = all.filter(
    (each) =>
      table.inode(each) === inode && (device === undefined || isSpecial || table.device(each)?.minor === device.minor),
  )
  const named = isSpecial ? rows.filter((each) => table.pathname(each) === text.view.table.pathname(row)) : []
  return named.length > 0 ? named : rows
}
