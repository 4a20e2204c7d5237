import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import { renamedRow } from './other-files.js'
import { joined } from './records.js'
import { withFileOf } from './same-name.js'
import type { Text } from './subject.js'

/** pmap -X reads so much of a name, and the other modes of procps so much of a line. */
const WIDE_NAME = 127
const LINE = 1023
const NARROW: ReadonlySet<string> = new Set(['default', 'd', 'x'])

const NO_NAME = new Uint8Array(0)
const FIRST_NAME = /^\S+ \S+ \S+ \S+ \d+ +([^\n]+)/

/** A pmap that shows a folder's name in part, for it reads no more, may show so of a file below another folder. */
export function* cutBefore(kernel: Text, rows: readonly number[], { dialect }: View, shown: string): Generator<string> {
  const [row] = rows
  const whole = row === undefined ? '' : latin1(kernel.view.table.pathnameBytes(row) ?? NO_NAME)
  const column = kernel.view.dialect === '32bit' ? 49 : 73
  const read = /^XX?$/.test(dialect) ? WIDE_NAME : NARROW.has(dialect) ? LINE - column : 0
  const room = read - shown.length
  if (whole.length <= read || room < 1 || shown.includes('/')) return
  const folder = (room < 2 ? '/' : `/${'x'.repeat(room - 2)}/`).slice(-room)
  for (const rest of [whole.slice(read), whole.slice(whole.lastIndexOf('/'))]) {
    yield renamedRow(kernel, rows, whole, folder + shown + rest)
  }
}

/** lsof reads so much of a line of maps. */
const LISTED_LINE = 4096

/** How many mappings are tried. */
const ROWS = 48

/**
 * A file whose path lsof does not read to its end may be called anything there: one that is mapped where a file was mapped once
 * more, and that has the last part of its name.
 */
export function* longElsewhere(kernel: Text, after: number, like: string): Generator<string> {
  const { table, dialect } = kernel.view
  const name = FIRST_NAME.exec(like)?.[1] ?? ''
  const room = LISTED_LINE - (dialect === '32bit' ? 49 : 73)
  if (name.length < room) return
  const met = new Set<string>()
  for (let row = 0; row < Math.min(table.length, after + ROWS); row++) {
    const file = `${table.inode(row)} ${table.device(row)?.minor}`
    const shown = latin1(table.pathnameBytes(row) ?? NO_NAME)
    if (row > after && met.has(file) && shown.includes('/')) {
      const last = shown.slice(shown.lastIndexOf('/'))
      yield withRecord(kernel, row, like.replace(name, name.slice(0, room) + last))
    }
    met.add(file)
  }
}

/** The kernel's text with a mapping of the file of another record. */
function withRecord(kernel: Text, at: number, like: string): string {
  const records = kernel.records.records.map((record, row) => (row === at ? withFileOf(record, like) : record))
  return joined({ ...kernel.records, records })
}
