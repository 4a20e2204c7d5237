import { skipBlanks } from '../../../src/scan/cursor.js'
import { readDecimal } from '../reading/numbers.js'
import type { Cells } from './cells.js'
import type { Header } from './header.js'

const BLANK = 0x20
const DASH = 0x2d

/** r, w and u: how a descriptor is open. */
const ACCESS = 'rwu'

/** The lock letters of lsof. */
const LOCKS = 'NrRwWuUxX'

/**
 * Cuts a row at the edges of its table's titles: all but the left-aligned cells end where their title ends. Gives −1, or
 * the place of the first column that the row contradicts.
 *
 * Advice to the next reader: blanks cannot be the guide, for SIZE/OFF, NLINK, TID, TASKCMD, DEVICE, NODE and COMMAND can all
 * be blank. A row of this table has a blank or nothing at every edge, so one that has not was spaced by somebody else.
 */
export function cutAtEdges(header: Header, bytes: Uint8Array, from: number, to: number, cells: Cells): number {
  const { columns } = header
  const pid = header.place('PID')
  const user = header.place('USER')
  const fd = header.place('FD')
  const name = columns.length - 1
  /** Where the titles' first byte lies in this row. */
  let line = from
  let edge = from
  for (let place = 0; place < name; place++) {
    const column = columns[place]!
    if (column.left) {
      const cellFrom = line + column.from
      if (!isBlank(bytes, edge, cellFrom)) return place
      const next = columns[place + 1]!
      edge = next.left ? line + next.from : cellFrom
      // Before a right-aligned cell it ends where that one begins, which is not known yet.
      cells.set(place, cellFrom, trimEnd(bytes, cellFrom, edge))
      if (next.left && bytes[edge - 1] !== BLANK) return place
      continue
    }
    if (place === fd && isOneDigit(header, bytes, line, fd)) line -= 1
    const end = line + column.to
    if (end >= to) return place
    // Only a login name may have blanks inside.
    const whole = place === user && bytes[end - 1] !== BLANK && !afterLeft(header, place)
    const cellFrom = whole ? skipBlanks(bytes, edge, end) : wordStart(bytes, edge, end)
    if (afterLeft(header, place)) cells.set(place - 1, edge, trimEnd(bytes, edge, cellFrom))
    else if (!isBlank(bytes, edge, cellFrom)) return place
    cells.set(place, cellFrom, end)
    if (place === pid && readDecimal(bytes, cellFrom, end) === undefined) return place
    edge = end
    if (place === fd) {
      if (cellFrom === end || !readLetters(bytes, end, to, cells)) return place
      edge = end + 2
    }
    if (bytes[edge] !== BLANK) return place
  }
  const nameFrom = line + columns[name]!.from
  if (nameFrom > to || !isBlank(bytes, edge, nameFrom)) return name
  cells.set(name, nameFrom, to)
  return -1
}

/** Reads the access and lock letters at `at`; false when these two bytes are something else. */
function readLetters(bytes: Uint8Array, at: number, to: number, cells: Cells): boolean {
  if (at + 2 > to) return false
  const access = String.fromCharCode(bytes[at] as number)
  const lock = String.fromCharCode(bytes[at + 1] as number)
  cells.access = ACCESS.includes(access) ? access : undefined
  cells.lock = LOCKS.includes(lock) ? lock : undefined
  const accessReads = cells.access !== undefined || bytes[at] === BLANK || bytes[at] === DASH
  return accessReads && (cells.lock !== undefined || bytes[at + 1] === BLANK)
}

/**
 * True for a row of the table that lsof 4.99 prints when every descriptor has one digit: there `FD` is wider than its
 * column, so all titles from it on stand one byte right of their cells.
 */
function isOneDigit(header: Header, bytes: Uint8Array, line: number, fd: number): boolean {
  const { from, to } = header.columns[fd]!
  if (from !== header.columns[fd - 1]!.to + 1) return false
  const digit = (bytes[line + from] as number) - 0x30
  const next = (bytes[line + to - 1] as number) - 0x30
  return digit >= 0 && digit <= 9 && !(next >= 0 && next <= 9)
}

function afterLeft(header: Header, place: number): boolean {
  return place > 0 && header.columns[place - 1]!.left
}

/** Where the word begins that ends at `end`; `end` when there is a blank. */
function wordStart(bytes: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && bytes[at - 1] !== BLANK) at--
  return at
}

function trimEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && bytes[at - 1] === BLANK) at--
  return at
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== BLANK) return false
  return true
}
