import type { View } from '../../../src/adapter.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import { type PrintedBlock, Strays } from '../printed/block.js'
import type { WideCells } from '../printed/wide-cells.js'
import { writeFirstLine } from './first-line.js'
import { allRows } from './kept.js'
import type { Layout } from './layout.js'
import { RowWriter } from './rows.js'
import { sumsOf } from './sums.js'
import { missing } from './whole.js'
import { WideRows, type WideShape } from './wide-row.js'

/** Rows between two looks at what is ready to be handed out. */
const ROWS_AT_ONCE = 1024

/** Writes a block as the text showed it that it was read from. */
export function* writePrinted(
  writer: ByteWriter,
  view: View,
  printed: PrintedBlock,
  layout: Layout | undefined,
): Iterable<Uint8Array> {
  const { table } = view
  const sum = sumsOf(view, allRows(table), undefined)
  for (const line of printed.above) line.write(writer, sum)
  writeFirstLine(writer, view, layout?.blanks ?? 3, undefined)
  for (const heading of printed.headings) {
    writer.bytes(heading)
    writer.byte(0x0a)
  }
  const writeRow = rowWriter(writer, table, printed, layout)
  for (let row = 0; row < table.length; row++) {
    const strays = table.layout(row)
    if (strays instanceof Strays) for (const line of strays.lines) line.write(writer, sum)
    writeRow(row)
    if (row % ROWS_AT_ONCE === 0) yield* writer.take()
  }
  for (const line of printed.below) line.write(writer, sum)
}

function rowWriter(
  writer: ByteWriter,
  table: RegionTable,
  printed: PrintedBlock,
  layout: Layout | undefined,
): (row: number) => void {
  if (layout !== undefined) {
    const rows = new RowWriter(writer, table, layoutAsPrinted(layout, printed))
    return (row) => rows.row(row)
  }
  const rows = printed.wide && new WideRows(writer, table, shapeOf(table, printed.wide))
  return (row) => rows?.row(row)
}

function shapeOf({ columns }: RegionTable, cells: WideCells): WideShape {
  const counters = cells.names.map((name) => {
    const column = columns.counters.get(name)
    if (column === undefined) throw missing(0, name)
    return column
  })
  return { ...cells, counters }
}

/** The layout of a dialect as a block showed it: the digits of its addresses, and columns that its titles made wider. */
function layoutAsPrinted(layout: Layout, { addressDigits, cells }: PrintedBlock): Layout {
  if (cells === undefined) return addressDigits === 0 ? layout : { ...layout, addressDigits }
  const mode = 2 + layout.counters.length
  const wider = {
    ...layout,
    addressDigits: at(cells, 0),
    sizeWidth: at(cells, 1) - 1,
    counterWidths: layout.counters.map((_, place) => at(cells, 2 + place) - 1),
    modeGap: at(cells, mode) - layout.mode.length,
  }
  if (layout.device === 'none') return wider
  return { ...wider, offsetDigits: at(cells, mode + 1) - 1, deviceWidth: at(cells, mode + 2) - 1 }
}

function at(cells: readonly number[], place: number): number {
  return cells[place] as number
}
