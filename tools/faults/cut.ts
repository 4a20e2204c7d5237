import type { View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'
import { renamedRow } from './other-files.js'
import type { Text } from './subject.js'

/** pmap -X reads so much of a name, and the other modes of procps so much of a line. */
const WIDE_NAME = 127
const LINE = 1023
const NARROW: ReadonlySet<string> = new Set(['default', 'd', 'x'])

const NO_NAME = new Uint8Array(0)

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
