import type { FormatOptions, View } from '../../src/adapter.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { columnOf, writeMapsLine } from '../maps/formatter.js'
import { RecordWriter } from './record-writer.js'

/** The bytes of smaps: each region laid out as it was read, or as the newest kernel lays it out. */
export function* formatSmaps(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const view of views) {
    const column = columnOf(options.dialect ?? view.dialect)
    const record = new RecordWriter(writer, view.table)
    for (let row = 0; row < view.table.length; row++) {
      writeMapsLine(writer, view.table, row, column)
      record.write(row)
      if ((row & 255) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}
