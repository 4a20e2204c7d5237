import type { View } from '../../../src/adapter.js'
import {
  type FieldName,
  HAS_DEVICE,
  HAS_END,
  HAS_INODE,
  HAS_OFFSET,
  HAS_PATHNAME,
  HAS_PERMS,
  HAS_START,
} from '../../../src/model/fields.js'
import { MemmapsError } from '../../../src/report/errors.js'
import { askedFields } from './asked.js'
import type { Layout } from './layout.js'
import { shownCounters } from './wide-columns.js'

const NARROW: number = HAS_START | HAS_END | HAS_PERMS | HAS_PATHNAME
const DEVICES: number = NARROW | HAS_OFFSET | HAS_DEVICE
const WIDE: number = HAS_START | HAS_PERMS | HAS_PATHNAME | HAS_OFFSET | HAS_DEVICE | HAS_INODE

const FIELDS: readonly (readonly [number, FieldName])[] = [
  [HAS_START, 'start'],
  [HAS_END, 'end'],
  [HAS_PERMS, 'perms'],
  [HAS_OFFSET, 'offset'],
  [HAS_DEVICE, 'device'],
  [HAS_INODE, 'inode'],
  [HAS_PATHNAME, 'pathname'],
]

/** Throws a MemmapsError when a region lacks what its row must show; `layout` is absent for -X and -XX. */
export function requireWhole(view: View, layout: Layout | undefined): void {
  const { table, dialect } = view
  const { columns, length } = table
  const needed = layout === undefined ? WIDE : layout.device === 'none' ? NARROW : DEVICES
  for (let row = 0; row < length; row++) {
    const lacking = needed & ~(columns.present[row] as number)
    if (lacking === 0) continue
    const names = FIELDS.filter(([bit]) => (lacking & bit) !== 0).map(([, name]) => name)
    throw missing(row, names.join(', '))
  }
  if (length === 0) return
  for (const name of counterNames()) {
    const column = columns.counters.get(name)
    if (column?.isFull(length)) continue
    for (let row = 0; row < length; row++) {
      if (column?.has(row) || isNameless(row, name)) continue
      throw missing(row, name)
    }
  }
  if (dialect !== 'XX' || columns.flagIds === undefined) return
  // pmap ends at flags that are empty.
  for (let row = 0; row < length; row++) if (!table.vmFlagsBytes(row)?.length) throw missing(row, 'vmFlags')

  function counterNames(): readonly string[] {
    if (layout !== undefined) return layout.counters.filter((name) => name !== '-')
    if (dialect === 'X-3.3.4') return [...columns.counters.keys()]
    const fields = askedFields(view)
    return [
      ...(fields === undefined ? ['Size'] : []),
      ...shownCounters(table, dialect === 'XX', fields).map(({ name }) => name),
    ]
  }

  /** True for a counter of a block without titles, which is kept by its place. */
  function isNameless(row: number, name: string): boolean {
    const place = layout?.counters.indexOf(name) ?? -1
    return place >= 0 && table.extra(row)?.[`column ${place + 3}`] !== undefined
  }
}

/** The error of a region without which a row of pmap cannot be written. */
export function missing(row: number, what: string): MemmapsError {
  return new MemmapsError(
    'unwritable',
    `region ${row + 1} has no ${what}, and its row of pmap cannot be written without`,
    'convert from smaps, which says all that pmap shows, or to json, which leaves out what is not known',
  )
}
