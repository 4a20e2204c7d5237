import type { Projection, View } from '../adapter.js'
import { HAS_INODE } from '../model/fields.js'
import { latin1 } from '../model/pathname.js'
import { deviceText, type FieldDifference } from './difference.js'

/** A row that stands elsewhere than the order of the mappings puts it. */
export interface OutOfOrder {
  /** Row of the richer view. */
  readonly row: number
  readonly actualRow: number
  readonly difference: FieldDifference
}

/**
 * The fewest rows that would have to be moved for a view to be in the order of the richer one. Every tool goes through the
 * mappings from the lowest address to the highest; lsof shows the executable before all of them.
 */
export function outOfOrder(
  { table, from, comparable = (name) => name }: Projection,
  partner: Int32Array,
  actual: View,
): readonly OutOfOrder[] {
  const pairs: [place: number, actualRow: number, source: number, row: number][] = []
  let last = -1
  let ascends = true
  for (let row = 0; row < partner.length; row++) {
    const actualRow = partner[row] as number
    if (actualRow < 0) continue
    const isFirst = actual.table.file(actualRow)?.descriptor === 'txt'
    const source = from[row] as number
    pairs.push([isFirst ? -1 : source, actualRow, source, row])
    if (actualRow < last) ascends = false
    last = actualRow
  }
  if (ascends && pairs.every(([place], at) => at === 0 || place >= (pairs[at - 1]?.[0] as number))) return []
  const hasDevices = Array.from(table, (_, row) => table.device(row)).some((device) => device !== undefined)
  const unsure = ambiguousRows(actual, comparable, hasDevices)
  const sure = pairs
    .filter(([, actualRow, , row]) => table.has(row, HAS_INODE) || !unsure.has(actualRow))
    .sort(([a], [b]) => a - b)
  const rows = sure.map(([, actualRow]) => actualRow)
  const kept = longestAscent(rows)
  const places = placesOf(rows)
  return sure.flatMap(([, actualRow, row], at) =>
    kept.has(at) ? [] : [{ row, actualRow, difference: placeDifference(at + 1, places.get(actualRow) as number) }],
  )
}

/** The place of each row among these rows, the first being 1. */
function placesOf(rows: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...rows].sort((a, b) => a - b).map((row, at) => [row, at + 1]))
}

function placeDifference(expected: number, actual: number): FieldDifference {
  return { field: 'order', expected: `place ${expected}`, actual: `place ${actual}`, changes: false }
}

/** Rows of files that nothing but a name, and maybe a device, tells apart, and that have it in common. */
function ambiguousRows(
  { table }: View,
  comparable: (name: Uint8Array) => Uint8Array,
  hasDevices: boolean,
): ReadonlySet<number> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.length; row++) {
    if (table.start(row) !== undefined) continue
    const device = hasDevices ? table.device(row) : undefined
    const on = device === undefined ? '' : deviceText(device)
    const name = `${on} ${latin1(comparable(table.pathnameBytes(row) ?? new Uint8Array(0)))}`
    const alike = rows.get(name)
    if (alike === undefined) rows.set(name, [row])
    else alike.push(row)
  }
  return new Set([...rows.values()].filter(({ length }) => length > 1).flat())
}

/** Places of a longest ascending subsequence. */
function longestAscent(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before = new Int32Array(values.length).fill(-1)
  values.forEach((value, at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (tails[low - 1] as number)
    tails[low] = at
  })
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(at)
  return kept
}
