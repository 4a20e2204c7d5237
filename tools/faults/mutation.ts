import type { Dice } from './dice.js'
import { type Edit, edited } from './edit.js'
import { placesIn } from './fields.js'
import { joined } from './records.js'
import type { Text } from './subject.js'

/** What can go wrong with a text. */
export const KINDS = [
  'drop',
  'add',
  'duplicate',
  'swap',
  'shift',
  'resize',
  'rename',
  're-perm',
  're-inode',
  're-device',
  'un-delete',
  'truncate',
  'splice',
] as const
export type Kind = (typeof KINDS)[number]

/** What was done to the regions of a text, so that the same can be done to the address space behind it. */
export type Step =
  | { readonly do: 'edit'; readonly row: number; readonly edit: Edit }
  | { readonly do: 'drop'; readonly row: number }
  /** A copy of a region, changed, below another one. */
  | { readonly do: 'copy'; readonly row: number; readonly edits: readonly Edit[] }
  | { readonly do: 'swap'; readonly row: number; readonly with: number }
  /** A region of another process, below a region of this one. */
  | { readonly do: 'insert'; readonly after: number; readonly from: Text; readonly row: number }
  /** Everything from a byte on is gone. */
  | { readonly do: 'cut'; readonly byte: number }

/** A text with a fault in it. */
export interface Mutation {
  readonly kind: Kind
  readonly bytes: Uint8Array
  readonly step: Step
}

/** A fault of that kind in a text; undefined where the text has nothing that could go wrong so. */
export function mutate(kind: Kind, text: Text, others: readonly Text[], dice: Dice): Mutation | undefined {
  const step = stepOf(kind, text, others, dice)
  if (step === undefined) return undefined
  const changed = apply(step, text)
  if (changed === undefined || changed === text.latin1) return undefined
  return { kind, step, bytes: Buffer.from(changed, 'latin1') }
}

function stepOf(kind: Kind, text: Text, others: readonly Text[], dice: Dice): Step | undefined {
  const rows = text.view.table.length
  const row = dice.below(rows)
  const edit = (of: Edit): Step => ({ do: 'edit', row, edit: of })
  const pages = (count: number): bigint => BigInt(count) * text.pageSize
  switch (kind) {
    case 'drop':
      return { do: 'drop', row }
    case 'add':
      return { do: 'copy', row, edits: newRegion(text, row, dice) }
    case 'duplicate':
      return { do: 'copy', row, edits: [] }
    case 'swap':
      return rows < 2 ? undefined : { do: 'swap', row: dice.below(rows - 1), with: dice.below(rows) }
    case 'shift':
      return edit({ of: 'address', delta: pages(dice.pick([1, -1, 2, 16, -16])) })
    case 'resize':
      return edit({ of: 'size', delta: pages(dice.pick([1, -1, 2, -2])), counted: dice.below(2) === 0 })
    case 'rename':
      return edit({ of: 'name', how: dice.pick(['tail', 'tail', 'folder']) })
    case 're-perm':
      return edit({ of: 'perms', at: dice.below(4) })
    case 're-inode':
      return edit({ of: 'inode', to: otherInode(text, row, dice) })
    case 're-device':
      return edit({ of: 'device', delta: dice.pick([1n, 2n, 32n]) })
    case 'un-delete':
      return edit(text.adapter === 'lsof' && dice.below(2) === 0 ? { of: 'descriptor' } : { of: 'name', how: 'mark' })
    case 'truncate':
      return { do: 'cut', byte: cutAt(text, dice) }
    case 'splice': {
      const from = dice.pick(others)
      if (from === undefined || from.view.table.length === 0) return undefined
      const other = dice.below(from.view.table.length)
      return { do: 'insert', after: placeFor(text, from, other, dice), from, row: other }
    }
  }
}

/** What makes a copy of a region another one: where it lies, and of which file. */
function newRegion(text: Text, row: number, dice: Dice): Edit[] {
  const { table } = text.view
  const size = table.size(row) ?? text.pageSize
  const edits: Edit[] = []
  if (table.start(row) !== undefined) edits.push({ of: 'address', delta: size })
  if (dice.below(2) === 0 || edits.length === 0) {
    edits.push({ of: 'inode', to: otherInode(text, row, dice) }, { of: 'name', how: 'tail' })
  }
  return edits
}

function otherInode({ view: { table } }: Text, row: number, dice: Dice): bigint {
  const old = table.inode(row) ?? 0n
  const other = table.inode(dice.below(table.length)) ?? 0n
  return dice.below(4) === 0 && other !== old ? other : old + BigInt(1 + dice.below(9))
}

/** A place to cut at: half of the time between two lines. */
function cutAt({ latin1 }: Text, dice: Dice): number {
  const byte = 1 + dice.below(latin1.length - 1)
  if (dice.below(2) === 0) return byte
  const newline = latin1.indexOf('\n', byte)
  return newline < 0 ? byte : newline + 1
}

/** Where a region of another process would stand: by its address, or anywhere. */
function placeFor(text: Text, from: Text, row: number, dice: Dice): number {
  const start = from.view.table.start(row)
  const { table } = text.view
  if (start === undefined) return dice.below(table.length)
  let after = table.length - 1
  while (after > 0 && (table.start(after) ?? 0n) > start) after--
  return after
}

/** The text after a step; undefined where it cannot be done. */
function apply(step: Step, text: Text): string | undefined {
  if (step.do === 'cut') return text.latin1.slice(0, step.byte)
  const list = [...text.records.records]
  if (step.do === 'swap') {
    list[step.row] = text.records.records[step.with] as string
    list[step.with] = text.records.records[step.row] as string
  } else if (step.do === 'insert') list[step.after] += step.from.records.records[step.row] as string
  else if (step.do === 'drop') list[step.row] = ''
  else if (step.do === 'copy') list[step.row] += changedRecord(text, step.row, step.edits, true) as string
  else {
    const changed = changedRecord(text, step.row, [step.edit])
    if (changed === undefined) return undefined
    list[step.row] = changed
  }
  return joined({ ...text.records, records: list })
}

/** From the end of a record to its beginning, so that no place moves before it is used. */
const ORDER: readonly Edit['of'][] = ['nameless', 'name', 'inode', 'device', 'perms', 'size', 'address', 'descriptor']

/** The record of a row with edits made; undefined where one cannot be, unless `lenient`. */
export function changedRecord(text: Text, row: number, edits: readonly Edit[], lenient = false): string | undefined {
  let record = text.records.records[row] as string
  const places = placesIn(record, text.view, row)
  for (const edit of [...edits].sort((a, b) => ORDER.indexOf(a.of) - ORDER.indexOf(b.of))) {
    const changed = edited(record, places, edit)
    if (changed !== undefined) record = changed
    else if (!lenient && edit.of !== 'nameless') return undefined
  }
  return record
}
