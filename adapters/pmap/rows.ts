import type { Sink } from '../../src/adapter.js'
import { END, type FieldName, START } from '../../src/model/fields.js'
import type { CounterName } from '../../src/model/region.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { Cursor, toBlank } from '../../src/scan/cursor.js'
import type { PrintedBlock } from './printed/block.js'
import type { QuietColumns } from './procps/quiet-columns.js'

const BLANK = 0x20
const ZERO = 0x30

/** Digits of an address: a 32-bit pmap prints 8, a 64-bit one 16, and smaps, which -X copies, 8 to 16. */
const DIGITS_32 = 8
const DIGITS_64 = 16

/** Reads the rows of one block, all of one shape; when a row does not fit, says where and why. */
export abstract class Rows {
  protected readonly cursor: Cursor = new Cursor()
  /** True once a row showed that another program, or another version, printed the block. */
  foreign = false
  /** Why the last row did not fit, and which bytes of it. */
  code: DiagnosticCode = 'unrecognised-line'
  faultFrom = 0
  faultTo = 0
  field: string | undefined
  protected startHigh = 0
  protected startLow = 0
  protected endHigh = 0
  protected endLow = 0
  /** Digits of an address that has zeros in front; 0 where none has, so far. */
  #width = 0

  constructor(protected readonly sink: Sink) {}

  /** The dialect of the rows, known at the latest when the first was read. */
  abstract readonly dialect: string

  /** What these rows have no column for, of all that the dialect says. */
  get silent(): readonly FieldName[] {
    return []
  }

  /** The counters that a line of totals sums up, one a number; none where that is not known. */
  get summed(): readonly CounterName[] {
    return []
  }

  /** Reports what is odd about the heading that these rows stand below. */
  noteHeading(_text: string, _bytes: Uint8Array, _from: number, _to: number): void {}

  /** Learns what the lines of a block without a heading show together, before its first row is read. */
  foresee(_block: QuietColumns): void {}

  /** True where every row is to be measured, for the first may be wider than its columns. */
  get measuresEach(): boolean {
    return false
  }

  /** Notes how the row that was just read is laid out. */
  measure(printed: PrintedBlock, bytes: Uint8Array, from: number, to: number): void {
    printed.addressDigits = toBlank(bytes, from, to) - from
  }

  /** Reads a row to its end and hands it to the sink; false, and nothing handed over, when it does not fit. */
  abstract row(bytes: Uint8Array, from: number, to: number): boolean

  /** Reports the last row, which did not fit, and keeps it out. */
  refuse(bytes: Uint8Array, from: number, to: number): void {
    this.sink.report(this.code, bytes, from, to, this.faultFrom, this.faultTo, this.field)
    this.sink.reject()
  }

  protected fault(code: DiagnosticCode, from: number, to: number, field?: string): false {
    this.code = code
    this.faultFrom = from
    this.faultTo = to
    this.field = field
    return false
  }

  /** Reads the start address and the blank after it, or, where there may be nothing more, the end of the line. */
  protected start(bytes: Uint8Array, at: number, to: number, mayEnd = false): boolean {
    const { cursor } = this
    if (!cursor.hex(bytes, at, to) || cursor.at - at < DIGITS_32 || cursor.at - at > DIGITS_64) {
      // Four digits are hardly the beginning of a word.
      if (cursor.at - at < 4) return this.fault('unrecognised-line', at, to)
      return this.fault('bad-start', at, toBlank(bytes, at, to), 'start')
    }
    this.startHigh = cursor.high
    this.startLow = cursor.low
    const isWhole = cursor.at < to ? bytes[cursor.at] === BLANK : mayEnd
    if (isWhole && this.#fitsWidth(bytes[at] === ZERO, cursor.at - at)) return true
    return this.fault(isWhole ? 'bad-column' : 'bad-start', at, toBlank(bytes, at, to), 'start')
  }

  /** Zeros fill an address up to the width of its column, which is one in all rows: none is narrower. */
  #fitsWidth(isFilled: boolean, digits: number): boolean {
    const isWidth = isFilled && (digits === DIGITS_32 || digits === DIGITS_64)
    const width = isWidth ? digits : this.#width
    if (digits < width || (this.#width > 0 && width !== this.#width)) return false
    this.#width = width
    return true
  }

  /** Opens a region of the range that was read. */
  protected region(perms: number): void {
    const { sink } = this
    sink.region()
    sink.u64(START, this.startHigh, this.startLow)
    sink.u64(END, this.endHigh, this.endLow)
    sink.perms(perms)
  }

  /** Sets the end to start + kilobytes · 1024; false when that is beyond 64 bits. */
  protected endAfter(kilobytesHigh: number, kilobytesLow: number): boolean {
    if (kilobytesHigh >= 1 << 22) return false
    const low = this.startLow + ((kilobytesLow << 10) >>> 0)
    const high = this.startHigh + (((kilobytesHigh << 10) | (kilobytesLow >>> 22)) >>> 0) + (low > 0xffffffff ? 1 : 0)
    this.endLow = low >>> 0
    this.endHigh = high >>> 0
    return high <= 0xffffffff
  }
}
