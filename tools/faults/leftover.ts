import { adapters } from '../../adapters/index.js'
import type { Facts, Projection, View } from '../../src/adapter.js'
import { align } from '../../src/ops/align.js'
import { differences } from '../../src/ops/difference.js'
import { grainOf } from '../../src/ops/grain.js'
import { projectView } from '../../src/ops/project.js'

/** What is left over when a projection is held against a view, each thing as a word, with how often it is so. */
export type Leftover = ReadonlyMap<string, number>

/** Holds what a tool would have shown of an address space against what it showed: every field of every row, in order. */
export function leftoverOf(space: View, facts: Facts, view: View): Leftover {
  const { projection } = projectView(adapters, space, view, facts)
  return leftoverIn(projection, view, facts.frozen ?? false)
}

/** True where nothing is left over that was not left over before. */
export function isWithin(left: Leftover, before: Leftover): boolean {
  return [...left].every(([what, count]) => count <= (before.get(what) ?? 0))
}

function leftoverIn(
  { table, comparable = asItIs, allow, allowMissing }: Projection,
  view: View,
  frozen: boolean,
): Leftover {
  const left = new Map<string, number>()
  const add = (what: string): void => void left.set(what, (left.get(what) ?? 0) + 1)
  const { partner, extra } = align(table, view.table, grainOf(adapters, view), comparable)
  const ever = new Set(Array.from(view.table, (region) => [...saidBy(region)]).flat())
  let last = -1
  for (let row = 0; row < table.length; row++) {
    const at = partner[row] as number
    if (at < 0) {
      // What a rule leaves out may be left out, for want of a fact.
      if (allowMissing?.(row) === undefined) add(`missing ${rowText(table.at(row))}`)
      continue
    }
    if (at < last) add('order')
    last = at
    for (const { field, expected, actual, changes } of differences(table, row, view.table, at, frozen, comparable)) {
      // What moves on while the mappings stand still may have any value; a name with what reads as a note is printed the same.
      if (!changes && allow?.(row, field, view, at) !== 'note-or-name') add(`${field} ${expected} ${actual}`)
    }
    const [said, shown] = [table.at(row), view.table.at(at)].map(saidBy) as [Set<string>, Set<string>]
    for (const field of said) {
      if (shown.has(field)) continue
      if (ever.has(field)) add(`not shown: ${field}`)
      // What this listing has no place for is not shown however many have it.
      else left.set(`never shown: ${field}`, 1)
    }
  }
  for (const row of extra) add(`extra ${rowText(view.table.at(row))}`)
  return left
}

function saidBy(region: { readonly counters?: object; readonly file?: object }): Set<string> {
  const { counters = {}, file = {}, ...fields } = region
  const parts = Object.keys({ ...counters, ...file })
  return new Set([...Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [key])), ...parts])
}

function rowText(region: object): string {
  const { start, inode, pathname } = region as { start?: bigint; inode?: bigint; pathname?: string }
  return `${start} ${inode} ${pathname}`
}

function asItIs(name: Uint8Array): Uint8Array {
  return name
}
