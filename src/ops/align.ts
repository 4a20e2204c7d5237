import type { Grain } from '../adapter.js'
import type { FieldName } from '../model/fields.js'
import { latin1 } from '../model/pathname.js'
import type { RegionTable } from '../model/table.js'

/** Which row of one table is the same region as which row of the other. */
export interface Alignment {
  /** For each row of the left table its partner in the right one, or −1. */
  readonly partner: Int32Array
  /** Rows of the right table without a partner, in order. */
  readonly extra: readonly number[]
}

/** Field sets that name a region, the surest first; a pass pairs the rows that all its fields agree on. */
const MAPPING_KEYS: readonly (readonly FieldName[])[] = [
  ['start'],
  ['end'],
  ['offset', 'inode', 'pathname', 'perms'],
  ['pathname', 'perms'],
  ['pathname'],
]
const FILE_KEYS: readonly (readonly FieldName[])[] = [
  ['device', 'inode'],
  ['inode', 'pathname', 'file'],
  ['inode', 'pathname'],
  ['device', 'pathname'],
  ['pathname'],
  ['inode'],
]

/**
 * Pairs the rows of two tables.
 *
 * Views that agree are walked side by side, and no key is ever made; only from the first row on that does not fit are keys
 * gathered, once a pass, so that the whole stays linear.
 */
export function align(
  left: RegionTable,
  right: RegionTable,
  grain: Grain,
  comparable: (name: Uint8Array) => Uint8Array,
): Alignment {
  const partner = new Int32Array(left.length).fill(-1)
  let same = 0
  if (grain === 'mapping') {
    while (same < left.length && same < right.length && sameStart(left, right, same)) partner[same] = same++
  }
  let leftRows = range(same, left.length)
  let rightRows = range(same, right.length)
  for (const fields of grain === 'mapping' ? MAPPING_KEYS : FILE_KEYS) {
    if (leftRows.length === 0 || rightRows.length === 0) break
    const byKey = new Map<string, number[]>()
    for (let i = rightRows.length - 1; i >= 0; i--) {
      const row = rightRows[i] as number
      const key = keyOf(right, row, fields, comparable)
      if (key === undefined) continue
      const rows = byKey.get(key)
      if (rows === undefined) byKey.set(key, [row])
      else rows.push(row)
    }
    const taken = new Set<number>()
    leftRows = leftRows.filter((row) => {
      const key = keyOf(left, row, fields, (name) => name)
      const match = key === undefined ? undefined : byKey.get(key)?.pop()
      if (match === undefined) return true
      partner[row] = match
      taken.add(match)
      return false
    })
    rightRows = rightRows.filter((row) => !taken.has(row))
  }
  return { partner, extra: rightRows }
}

function sameStart(left: RegionTable, right: RegionTable, row: number): boolean {
  return (
    left.has(row, 1) &&
    right.has(row, 1) &&
    left.low(row, 0) === right.low(row, 0) &&
    left.high(row, 0) === right.high(row, 0)
  )
}

function keyOf(
  table: RegionTable,
  row: number,
  fields: readonly FieldName[],
  comparable: (name: Uint8Array) => Uint8Array,
): string | undefined {
  let key = ''
  for (const field of fields) {
    const part = partOf(table, row, field, comparable)
    if (part === undefined) return undefined
    key += `${part}\0`
  }
  return key
}

function partOf(
  table: RegionTable,
  row: number,
  field: FieldName,
  comparable: (name: Uint8Array) => Uint8Array,
): string | undefined {
  switch (field) {
    case 'start':
      return table.start(row)?.toString(16)
    case 'end':
      return table.end(row)?.toString(16)
    case 'offset':
      return table.offset(row)?.toString(16)
    case 'inode':
      return table.inode(row)?.toString()
    case 'perms':
      return table.perms(row)
    case 'device': {
      const device = table.device(row)
      return device === undefined ? undefined : `${device.major}:${device.minor}`
    }
    case 'file':
      return table.file(row)?.descriptor
    case 'pathname': {
      const name = table.pathnameBytes(row)
      return name === undefined ? undefined : latin1(comparable(name))
    }
    default:
      return undefined
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
