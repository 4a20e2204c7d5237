import type { CounterColumn } from '../../../src/model/counters.js'
import { OFFSET, START } from '../../../src/model/fields.js'
import { PERMS_TEXTS, permsText } from '../../../src/model/perms.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { ByteWriter } from '../../../src/scan/writer.js'
import type { Layout } from './layout.js'
import { kilobytes, writePadded, writeSpaced } from './numbers.js'
import { missing } from './whole.js'
import { hexWidth } from './wide-columns.js'

const encoder = new TextEncoder()

/** Columns of a counter. */
const CELL = 7

/** Writes the rows of one table, each in a line of its own. */
export class RowWriter {
  readonly #size: number
  readonly #address: number
  /** The counters of the layout, each by its place; undefined where the table has none of that name. */
  readonly #counters: readonly (CounterColumn | undefined)[]
  /** The modes of all perms there are. */
  readonly #modes: readonly Uint8Array[]

  constructor(
    readonly writer: ByteWriter,
    readonly table: RegionTable,
    readonly layout: Layout,
  ) {
    this.#size = layout.sizeWidth
    this.#address = layout.addressDigits ?? 16
    this.#counters = layout.counters.map((name) => table.columns.counters.get(name))
    this.#modes = PERMS_TEXTS.map((text) => encoder.encode(modeText(text, layout.mode)))
  }

  /** Writes a row, newline included. */
  row(row: number): void {
    const { writer, table, layout } = this
    const { columns } = table
    this.#numbers(row, kilobytes(table, row), false)
    writer.blanks(layout.modeGap)
    writer.bytes(this.#modes[columns.permsCodes[row] as number] as Uint8Array)
    const wide = layout.device === 'none' ? 0 : this.#file(row)
    writer.blanks(layout.nameGap - wide)
    writer.name(columns.names, columns.nameIds[row] as number)
    writer.byte(0x0a)
  }

  /** Writes a row once more, with nothing in its numbers: what `-x` up to 3.3.12 makes of SwapPss. */
  again(row: number): void {
    const { writer, table, layout } = this
    const { columns } = table
    this.#numbers(row, 0, true)
    writer.blanks(layout.modeGap)
    writer.bytes(this.#modes[columns.permsCodes[row] as number] as Uint8Array)
    writer.blanks(layout.nameGap)
    writer.name(columns.names, columns.nameIds[row] as number)
    writer.byte(0x0a)
  }

  /** Writes what -x -A up to 3.3.14 shows of a mapping below its range; up to 3.3.12 once more, with nothing in its numbers. */
  below(row: number, isIdle: boolean): void {
    const { writer, table } = this
    this.#numbers(row, 0, isIdle)
    writer.blanks(2)
    writer.ascii(permsText(table.columns.permsCodes[row] as number))
    writer.ascii(' (null)\n')
  }

  /** The address and the numbers, a blank before each. */
  #numbers(row: number, size: number, isIdle: boolean): void {
    const { writer, table, layout } = this
    writer.hex(table.highBits(row, START), table.lowBits(row, START), this.#address)
    writer.byte(0x20)
    if (layout.spaced > 0) writeSpaced(writer, size, this.#size)
    else writePadded(writer, size, this.#size)
    writer.ascii(layout.unit)
    for (let place = 0; place < layout.counters.length; place++) {
      const name = layout.counters[place] as string
      writer.byte(0x20)
      const width = layout.counterWidths?.[place] ?? CELL
      if (name === '-') {
        writer.blanks(width - 1)
        writer.byte(0x2d)
        continue
      }
      const value = isIdle ? 0 : (this.#counters[place]?.bytes(row) ?? this.#unnamed(row, place, name)) / 1024
      if (layout.spaced > place + 1) writeSpaced(writer, value, width)
      else writePadded(writer, value, width - layout.unit.length)
      writer.ascii(layout.unit)
    }
  }

  /** The bytes of a counter that was read without knowing its name. */
  #unnamed(row: number, place: number, name: string): number {
    const text = this.table.extra(row)?.[`column ${place + 3}`]
    if (text === undefined) throw missing(row, name)
    return Number(text) * 1024
  }

  /** Writes offset and device; gives how many of the blanks behind them the device takes up. */
  #file(row: number): 0 | 1 {
    const { writer, table, layout } = this
    const { devices, deviceIds } = table.columns
    const device = devices[deviceIds[row] as number] as { major: number; minor: number }
    writer.byte(0x20)
    writer.hex(table.highBits(row, OFFSET), table.lowBits(row, OFFSET), layout.offsetDigits ?? 16)
    writer.byte(0x20)
    const isPadded = layout.device === 'padded'
    if (layout.deviceWidth !== undefined) {
      writer.blanks(layout.deviceWidth - hexWidth(0, device.major, 3) - 1 - hexWidth(0, device.minor, 5))
    }
    const major = writer.hex(0, device.major, isPadded ? 3 : 2)
    writer.byte(0x3a)
    const minor = writer.hex(0, device.minor, isPadded ? 5 : 2)
    // SUSE's device stands in a column of six, which mostly ends in a blank.
    return !isPadded && major + minor > 4 ? 1 : 0
  }
}

function modeText(text: string, mode: Layout['mode']): string {
  if (mode === 'r-xp') return text
  if (mode === 'r-xp-') return `${text}-`
  return text[3] === 'p' ? `${text.slice(0, 3)}--` : `${text}-`
}
