import type { CounterColumn } from '../../../src/model/counters.js'
import { INODE, OFFSET, START } from '../../../src/model/fields.js'
import { permsText } from '../../../src/model/perms.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import { NumberCells } from './number-cells.js'
import { decimalWidth, hexWidth } from './wide-columns.js'

const BLANK = 0x20
const COLON = 0x3a
const NEWLINE = 0x0a

/** Where the first number stands among the columns, Address being the first. */
const FIRST_NUMBER = 6

/** The columns of a block, and how wide each is. */
export interface WideShape {
  /** Of address, mode, offset, device and inode; 0 for one that an rc file leaves out. */
  readonly head: readonly number[]
  /** The first numbers; those behind them are kept by their place. */
  readonly counters: readonly CounterColumn[]
  readonly widths: readonly number[]
  /** 0 where there are no flags. */
  readonly flags: number
  /** Blanks between the flags and the name: 2 before procps-ng 3.3.15. */
  readonly gap: 1 | 2
  readonly hasName: boolean
}

/** Writes rows of -X, -XX and -c: cells to the right of their columns, then the name. */
export class WideRows {
  readonly #numbers: NumberCells

  constructor(
    readonly writer: ByteWriter,
    readonly table: RegionTable,
    readonly shape: WideShape,
  ) {
    this.#numbers = new NumberCells(shape.counters, shape.widths)
  }

  /** Writes a row, newline included. */
  row(row: number): void {
    const { writer, table, shape } = this
    writeHead(writer, table, row, shape.head)
    this.#numbers.write(writer, row)
    if (shape.counters.length < shape.widths.length) writeNameless(writer, table, row, shape)
    if (shape.flags > 0) {
      const flags = table.vmFlagsBytes(row)
      writer.blanks(1 + Math.max(0, shape.flags - (flags?.length ?? 0)))
      if (flags !== undefined) writer.bytes(flags)
      if (shape.hasName) writer.blanks(shape.gap - 1)
    }
    if (shape.hasName) {
      const { names, nameIds } = table.columns
      writer.byte(BLANK)
      writer.name(names, nameIds[row] as number)
    }
    writer.byte(NEWLINE)
  }
}

/** Writes the columns that a row has in maps, but its name. */
function writeHead(writer: ByteWriter, table: RegionTable, row: number, head: readonly number[]): void {
  const { columns } = table
  const [address, mode, offset, device, inode] = head as [number, number, number, number, number]
  const startHigh = table.highBits(row, START)
  const startLow = table.lowBits(row, START)
  writer.blanks(address - hexWidth(startHigh, startLow, 8))
  writer.hex(startHigh, startLow, 8)
  if (mode > 0) {
    writer.blanks(mode - 3)
    writer.ascii(permsText(columns.permsCodes[row] as number))
  }
  if (offset > 0) {
    const high = table.highBits(row, OFFSET)
    const low = table.lowBits(row, OFFSET)
    writer.blanks(1 + Math.max(0, offset - hexWidth(high, low, 8)))
    writer.hex(high, low, 8)
  }
  if (device > 0) {
    const { major, minor } = columns.devices[columns.deviceIds[row] as number] as { major: number; minor: number }
    writer.blanks(Math.max(1, device - hexWidth(0, major, 2) - hexWidth(0, minor, 2)))
    writer.hex(0, major, 2)
    writer.byte(COLON)
    writer.hex(0, minor, 2)
  }
  if (inode > 0) {
    const high = table.high(row, INODE)
    const low = table.low(row, INODE)
    writer.blanks(1 + Math.max(0, inode - decimalWidth(high * 0x100000000 + low)))
    writer.decimal(high, low)
  }
}

/** Writes the numbers that are kept by their place. */
function writeNameless(writer: ByteWriter, table: RegionTable, row: number, { counters, widths }: WideShape): void {
  const nameless = table.extra(row)
  for (let at = counters.length; at < widths.length; at++) {
    const text = nameless?.[`column ${FIRST_NUMBER + at}`] ?? ''
    writer.blanks(1 + Math.max(0, (widths[at] as number) - text.length))
    writer.ascii(text)
  }
}
