import { END, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { ByteWriter } from '../../../src/scan/writer.js'

const SIGN = 0x80000000 | 0

/** Writes a whole number below 2^53, with blanks in front up to `width`. */
export function writePadded(writer: ByteWriter, value: number, width: number): void {
  writer.number(value, width)
}

/** Writes a number as `%*d` with the blank flag does: at least one blank stands in front. */
export function writeSpaced(writer: ByteWriter, value: number, width: number): void {
  writer.byte(0x20)
  writePadded(writer, value, width - 1)
}

/** The size of a row's range in whole kilobytes, exact below 2^53; a range that ends before it begins goes around 2^64. */
export function kilobytes(table: RegionTable, row: number): number {
  const startLow = table.lowBits(row, START)
  const endLow = table.lowBits(row, END)
  // With the sign turned over, halves compare as they do without one.
  const borrowed = (endLow ^ SIGN) < (startLow ^ SIGN) ? 1 : 0
  const high = table.highBits(row, END) - table.highBits(row, START) - borrowed
  return (high >>> 0) * 4194304 + ((endLow - startLow) >>> 10)
}
