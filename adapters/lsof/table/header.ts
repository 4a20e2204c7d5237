import { startsWith } from '../../../src/scan/cursor.js'

/** A column of the table, in bytes from the start of a line. */
export interface Column {
  readonly title: string
  readonly from: number
  readonly to: number // exclusive
  /** True when cells begin under the title's first letter; all others end under its last. */
  readonly left: boolean
}

const LEFT: ReadonlySet<string> = new Set(['COMMAND', 'TASKCMD', 'ZONE', 'SECURITY-CONTEXT'])

const KNOWN: ReadonlySet<string> = new Set([
  ...LEFT,
  ...['PID', 'TID', 'PPID', 'PGID', 'USER', 'FD', 'TYPE', 'FILE-ADDR', 'FCT', 'FILE-FLAG', 'NODE-ID'],
  ...['DEVICE', 'SIZE', 'OFFSET', 'SIZE/OFF', 'NLINK', 'NODE', 'NAME'],
])

const FIRST = new TextEncoder().encode('COMMAND')

/** The titles of a table and where they stand: what its rows are cut by. */
export class Header {
  readonly #places: ReadonlyMap<string, number>

  /** In their order; the last one is NAME. */
  constructor(readonly columns: readonly Column[]) {
    this.#places = new Map(columns.map(({ title }, place) => [title, place]))
  }

  /** The place of a column among the others; −1 when the table has none of that title. */
  place(title: string): number {
    return this.#places.get(title) ?? -1
  }
}

/** True for a title that lsof on Linux can print. */
export function isKnownTitle(title: string): boolean {
  return KNOWN.has(title)
}

/** Reads a line of titles; undefined when `bytes[from, to)` is none. */
export function readHeader(bytes: Uint8Array, from: number, to: number): Header | undefined {
  let at = skipGap(bytes, from, to)
  if (!startsWith(bytes, at, to, FIRST)) return undefined
  const columns: Column[] = []
  while (at < to) {
    const end = toGap(bytes, at, to)
    const title = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 100)))
    columns.push({ title, from: at - from, to: end - from, left: LEFT.has(title) })
    at = skipGap(bytes, end, to)
  }
  const header = new Header(columns)
  const whole =
    header.place('PID') === 1 &&
    header.place('USER') > 0 &&
    header.place('FD') > 0 &&
    header.place('NAME') === columns.length - 1
  return whole ? header : undefined
}

/** Titles that went through a spreadsheet have a TAB between them. */
function isGap(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}

function skipGap(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && isGap(bytes[at])) at++
  return at
}

function toGap(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && !isGap(bytes[at])) at++
  return at
}
