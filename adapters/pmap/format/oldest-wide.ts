import type { View } from '../../../src/adapter.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import { WideRows } from './wide-row.js'

const HEAD = ['Address', 'Flags', 'Offset', 'Device', 'Inode']

/** Columns of what has a shorter title. */
const LEAST = 7

/** Writes the titles and rows of -XX of procps-ng 3.3.4 to 3.3.6: without Size, and without totals. */
export function* writeOldestWide(writer: ByteWriter, { table }: View): Iterable<Uint8Array> {
  if (table.length === 0) return
  const counters = [...table.columns.counters.values()].filter(({ name }) => name !== 'Size')
  const widths = counters.map(({ name }) => Math.max(LEAST, name.length))
  const titles = [...HEAD, ...counters.map(({ name }) => name)].map((name) => name.padStart(LEAST))
  writer.ascii(`${titles.join(' ')} Description\n`)
  const shape = { head: HEAD.map(() => LEAST), counters, widths, flags: 0, gap: 1, hasName: true } as const
  const rows = new WideRows(writer, table, shape)
  for (let row = 0; row < table.length; row++) {
    rows.row(row)
    yield* writer.take()
  }
}
