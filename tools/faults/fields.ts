import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'

/** A part of a record that a mutation can change. */
export type FieldPart = 'start' | 'end' | 'size' | 'perms' | 'device' | 'inode' | 'name' | 'descriptor' | 'counted'

/** Where a record says something: a span of its text. */
export interface Place {
  readonly from: number
  readonly to: number
}

export type Places = ReadonlyMap<FieldPart, Place>

const HEAD =
  /^(?<start>[0-9a-f]+)-(?<end>[0-9a-f]+) (?<perms>\S{4}) [0-9a-f]+ (?<device>[0-9a-f]+:[0-9a-f]+) (?<inode>\d+)/d
const NAME = /^[0-9a-f]+-[0-9a-f]+ \S{4} [0-9a-f]+ \S+ \d+ +(?<name>[^\n]+)/d
const COUNTED = /\nSize: +(?<counted>\d+) kB/d
const PMAP: Readonly<Record<string, RegExp>> = {
  default: /^(?<start>[0-9a-f]+) +(?<size>\d+)K (?<perms>\S{5})/d,
  x: /^(?<start>[0-9a-f]+) +(?<size>\d+)(?: +(?:\d+|-))* (?<perms>\S{5})/d,
  d: /^(?<start>[0-9a-f]+) +(?<size>\d+) (?<perms>\S{5}) [0-9a-f]+ (?<device>[0-9a-f]{3}:[0-9a-f]{5})/d,
  X: /^ *(?<start>[0-9a-f]+) (?<perms>\S{4}) +[0-9a-f]+ +(?<device>[0-9a-f]+:[0-9a-f]+) +(?<inode>\d+) +(?<size>\d+)/d,
}
const PMAP_SHAPE: Readonly<Record<string, string>> = { toybox: 'default', 'toybox-x': 'x', XX: 'X' }
const KERNEL = /^[0-9a-f]+-[0-9a-f]+ /
const TABLE = /(?<descriptor>mem|txt|DEL) +\S+ +(?<device>\d+,\d+)(?: +\S+)*? +(?<inode>\d+) $/d
const LETTERS: readonly (readonly [FieldPart, RegExp])[] = [
  ['descriptor', /(?:^|[\0\n])f(?<descriptor>mem|txt|DEL)(?=[\0\n])/d],
  ['device', /[\0\n]D(?<device>0x[0-9a-f]+)(?=[\0\n])/d],
  ['size', /[\0\n]s(?<size>\d+)(?=[\0\n])/d],
  ['inode', /[\0\n]i(?<inode>\d+)(?=[\0\n])/d],
]

/** Finds the parts of a region's record, as text in latin-1, that can be changed. */
export function placesIn(record: string, view: View, row: number): Places {
  switch (view.adapter) {
    case 'maps':
    case 'smaps':
      return placesBy([HEAD, NAME, COUNTED], record)
    case 'pmap': {
      const shape = PMAP[PMAP_SHAPE[view.dialect] ?? view.dialect]
      return withName(shape === undefined ? new Map() : placesBy([shape], record), record, view, row)
    }
    default:
      return view.dialect === 'table' ? inTable(record, view, row) : inLetters(record, view, row)
  }
}

function placesBy(patterns: readonly RegExp[], record: string): Map<FieldPart, Place> {
  const places = new Map<FieldPart, Place>()
  for (const pattern of patterns) {
    for (const [name, place] of Object.entries(pattern.exec(record)?.indices?.groups ?? {})) {
      if (place !== undefined) places.set(name as FieldPart, { from: place[0], to: place[1] })
    }
  }
  return places
}

function withName(places: Map<FieldPart, Place>, record: string, { table }: View, row: number): Places {
  const name = latin1(table.pathnameBytes(row) ?? new Uint8Array(0))
  const from = name === '' ? -1 : record.lastIndexOf(name)
  if (from >= 0) places.set('name', { from, to: from + name.length })
  return places
}

function inTable(record: string, view: View, row: number): Places {
  const name = withName(new Map(), record, view, row).get('name')
  if (name === undefined) return new Map()
  const before = record.slice(0, name.from)
  const places = placesBy([TABLE], before)
  const size = view.table.file(row)?.size
  const device = places.get('device')
  const at = size === undefined || device === undefined ? -1 : before.indexOf(` ${size} `, device.to)
  if (at >= 0) places.set('size', { from: at + 1, to: at + 1 + String(size).length })
  return places.set('name', name)
}

function inLetters(record: string, view: View, row: number): Places {
  const places = new Map<FieldPart, Place>()
  for (const [, pattern] of LETTERS) for (const [part, place] of placesBy([pattern], record)) places.set(part, place)
  return withName(places, record, view, row)
}

/** The record with another text at a place, right-aligned where blanks stand before it. */
export function withText(record: string, { from, to }: Place, text: string, aligned = false): string {
  // Of the kernel's columns the one before the name is filled up behind.
  if (aligned && KERNEL.test(record) && !record.slice(0, to).includes('\n')) {
    const width = Math.max(to - from, text.length)
    const blanks = /^ */.exec(record.slice(to))?.[0].length ?? 0
    const less = Math.min(width - (to - from), Math.max(0, blanks - 1))
    return record.slice(0, from) + (blanks > 1 ? text.padEnd(width) : text) + record.slice(to + less)
  }
  let start = from
  let padding = ''
  if (aligned) {
    let more = text.length - (to - from)
    while (more > 0 && record[start - 1] === ' ' && record[start - 2] === ' ') {
      start -= 1
      more -= 1
    }
    if (more < 0 && record[from - 1] === ' ') padding = ' '.repeat(-more)
  }
  return record.slice(0, start) + padding + text + record.slice(to)
}
