import type { RegionTable } from '../../../src/model/table.js'
import { ByteWriter } from '../../../src/scan/writer.js'
import { TableLayout } from '../reading/layout.js'
import type { Column } from '../table/header.js'
import type { Block } from './block.js'
import { cellOf, letters } from './cells.js'
import { writeName } from './name.js'

const NEWLINE = 0x0a

/** True when the parser told of every row where its cells stood. */
export function isAsRead(blocks: readonly Block[]): boolean {
  const rows = blocks.filter(({ view }) => view.table.length > 0)
  return rows.length > 0 && rows.every(({ view }) => isLaid(view.table))
}

function isLaid(table: RegionTable): boolean {
  for (let row = 0; row < table.length; row++) if (!(table.layout(row) instanceof TableLayout)) return false
  return true
}

/** The table of a listing that was read, its cells where they stood. */
export function* writeAsRead(blocks: readonly Block[]): Iterable<Uint8Array> {
  const writer = new ByteWriter()
  let heading: Uint8Array | undefined
  for (const block of blocks) {
    const { table } = block.view
    for (let row = 0; row < table.length; row++) {
      const layout = table.layout(row) as TableLayout
      if (layout.heading !== heading) writeLine(writer, layout.heading)
      heading = layout.heading
      writeRow(writer, layout.columns, block, row)
      for (const line of layout.after) writeLine(writer, line)
    }
    yield* writer.take()
  }
  yield* writer.finish()
}

function writeLine(writer: ByteWriter, line: Uint8Array): void {
  writer.bytes(line)
  writer.byte(NEWLINE)
}

function writeRow(writer: ByteWriter, columns: readonly Column[], block: Block, row: number): void {
  let at = 0
  for (const { title, from, to, left } of columns) {
    if (title === 'NAME') {
      writer.blanks(from - at)
      break
    }
    const cell = cellOf(block, row, title)
    const gap = Math.max((left ? from : to - cell.length) - at, at === 0 ? 0 : 1)
    writer.blanks(gap)
    writer.bytes(cell)
    at += gap + cell.length
    if (title !== 'FD') continue
    writer.ascii(letters(block.view.table.file(row)))
    at += 2
  }
  writeName(writer, block, row)
  writer.byte(NEWLINE)
}
