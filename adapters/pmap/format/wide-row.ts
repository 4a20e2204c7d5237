import type { CounterColumn } from '../../../src/model/counters.js'
import { INODE, OFFSET, START } from '../../../src/model/fields.js'
import { permsText } from '../../../src/model/perms.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import { decimalWidth, hexWidth } from './wide-columns.js'

const BLANK = 0x20
const COLON = 0x3a
const NEWLINE = 0x0a

/** The columns of a block, and how wide each is. */
export interface WideShape {
  readonly head: readonly number[]
  readonly counters: readonly CounterColumn[]
  readonly widths: readonly number[]
  /** 0 where there are no flags. */
  readonly flags: number
  /** Blanks between the flags and the name: 2 before procps-ng 3.3.15. */
  readonly gap: 1 | 2
}

/** Writes a row of -X or -XX: cells to the right of their columns, then the name. */
export function writeWideRow(writer: ByteWriter, table: RegionTable, row: number, shape: WideShape): void {
  const { columns } = table
  const { head, counters, widths } = shape
  const device = columns.devices[columns.deviceIds[row] as number] as { major: number; minor: number }
  const startHigh = table.high(row, START)
  const startLow = table.low(row, START)
  writer.blanks((head[0] as number) - hexWidth(startHigh, startLow, 8))
  writer.hex(startHigh, startLow, 8)
  writer.blanks((head[1] as number) - 3)
  writer.ascii(permsText(columns.permsCodes[row] as number))
  const offsetHigh = table.high(row, OFFSET)
  const offsetLow = table.low(row, OFFSET)
  writer.blanks(1 + (head[2] as number) - hexWidth(offsetHigh, offsetLow, 8))
  writer.hex(offsetHigh, offsetLow, 8)
  writer.blanks((head[3] as number) - hexWidth(0, device.major, 2) - hexWidth(0, device.minor, 2))
  writer.hex(0, device.major, 2)
  writer.byte(COLON)
  writer.hex(0, device.minor, 2)
  const inodeHigh = table.high(row, INODE)
  const inodeLow = table.low(row, INODE)
  writer.blanks(1 + (head[4] as number) - decimalWidth(inodeHigh * 0x100000000 + inodeLow))
  writer.decimal(inodeHigh, inodeLow)
  for (let at = 0; at < counters.length; at++) {
    const value = (counters[at] as CounterColumn).printed(row) as number
    writer.blanks(1 + (widths[at] as number) - decimalWidth(value))
    writer.number(value)
  }
  if (shape.flags > 0) {
    const flags = table.vmFlagsBytes(row)
    writer.blanks(1 + shape.flags - (flags?.length ?? 0))
    if (flags !== undefined) writer.bytes(flags)
    writer.blanks(shape.gap - 1)
  }
  writer.byte(BLANK)
  writer.bytes(columns.names.bytes(columns.nameIds[row] as number))
  writer.byte(NEWLINE)
}
