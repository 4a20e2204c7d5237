import type { FormatOptions, View } from '../../src/adapter.js'
import { ByteWriter } from '../../src/scan/writer.js'
import { writeMapsLine } from '../maps/formatter.js'
import { isRollup, spellingOf } from './dialects.js'
import { RecordWriter } from './record-writer.js'
import { sumOf } from './sum.js'

/** The bytes of smaps: each region laid out as it was read, or as the kernel that the view names, or the newest; for a rollup their sum. */
export function* formatSmaps(views: readonly View[], options: FormatOptions): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  for (const view of views) {
    const dialect = options.dialect ?? view.dialect
    const table = isRollup(dialect) && !isRollup(view.dialect) ? sumOf(view.table) : view.table
    const spelling = spellingOf(dialect)
    const record = new RecordWriter(writer, table, view.source.kernel)
    for (let row = 0; row < table.length; row++) {
      writeMapsLine(writer, table, row, spelling)
      record.write(row)
      if ((row & 255) === 0) yield* writer.take()
    }
  }
  yield* writer.finish()
}
