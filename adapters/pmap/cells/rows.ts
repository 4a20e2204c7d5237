import type { Sink } from '../../../src/adapter.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import { type FieldName, OFFSET } from '../../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../../src/model/perms.js'
import type { CounterName } from '../../../src/model/region.js'
import { skipBlanks, toBlank } from '../../../src/scan/cursor.js'
import { Rows } from '../rows.js'
import type { CellShape } from './shape.js'

const BLANK = 0x20
const DASH = 0x2d
const COLON = 0x3a
const K = 0x4b
const PRIVATE = 0x70
const QUESTION = 0x3f

/** More than 2^57 bytes, which no processor maps: upper half of that many kilobytes. */
const HUGE_KILOBYTES_HIGH = 1 << 15

/** Columns before the first counter: address and size. */
const FIRST_COUNTER = 3

/**
 * Reads rows of the pmaps that are not procps': busybox, toybox and SUSE's.
 *
 * Advice to the next reader: blanks before a number are padding, but those before the name are counted, for names that the
 * program makes up begin with blanks of their own. No mapping begins within a page; what busybox makes of the rest of a long
 * line mostly does, or is of no possible size.
 */
export class CellRows extends Rows {
  readonly #columns: (CounterColumn | undefined)[] = []
  readonly #names: Uint8Array[]
  /** The counters of the row being read, and where they stand. */
  readonly #values: number[] = []
  readonly #froms: number[] = []
  readonly #tos: number[] = []
  #major = 0

  constructor(
    sink: Sink,
    readonly shape: CellShape,
  ) {
    super(sink)
    this.#names = shape.counters.map((_, place) => new TextEncoder().encode(`column ${FIRST_COUNTER + place}`))
  }

  get dialect(): string {
    return this.shape.dialect
  }

  override get silent(): readonly FieldName[] {
    const { counters } = this.shape
    return counters.length > 0 && counters.every((name) => name === undefined) ? ['counters'] : []
  }

  override get summed(): readonly CounterName[] {
    const names: CounterName[] = ['Size']
    for (const name of this.shape.counters) if (name !== undefined) names.push(name)
    return names
  }

  row(bytes: Uint8Array, from: number, to: number): boolean {
    if (!this.start(bytes, from, to)) return false
    const { cursor, sink } = this
    const { counters, hasOffset, gap } = this.shape
    const startTo = cursor.at
    if (!this.#number(bytes, startTo, to)) return this.fault('bad-size', this.faultFrom, this.faultTo, 'end')
    const sizeFrom = this.faultFrom
    const fits = this.endAfter(cursor.high, cursor.low)
    const isHuge = cursor.high > HUGE_KILOBYTES_HIGH
    let at = cursor.at
    for (let place = 0; place < counters.length; place++) {
      // Counters are doubles: above 2^53 they would not be exact.
      if (!this.#number(bytes, at, to) || cursor.high >= 1 << 21) {
        return this.fault('bad-counter', this.faultFrom, this.faultTo, counters[place])
      }
      this.#values[place] = cursor.number()
      this.#froms[place] = this.faultFrom
      this.#tos[place] = this.faultTo
      at = cursor.at
    }

    at = skipBlanks(bytes, at, to)
    const perms = this.#mode(bytes, at, to)
    if ((this.startLow & 0xfff) !== 0 || (perms === PERMS_UNKNOWN && isHuge)) {
      sink.report('bogus-row', bytes, from, to, from, startTo, 'start')
      sink.reject()
      return true
    }
    if (perms === PERMS_UNKNOWN) return this.fault('bad-perms', at, toBlank(bytes, at, to), 'perms')
    at = toBlank(bytes, at, to)

    let offsetHigh = 0
    let offsetLow = 0
    let minor = 0
    let blanks: number = gap
    if (hasOffset) {
      at = skipBlanks(bytes, at, to)
      if (!cursor.hex(bytes, at, to) || cursor.at - at < 8 || bytes[cursor.at] !== BLANK) {
        return this.fault('bad-offset', at, toBlank(bytes, at, to), 'offset')
      }
      offsetHigh = cursor.high
      offsetLow = cursor.low
      at = skipBlanks(bytes, cursor.at, to)
      if (!this.#device(bytes, at, to)) return this.fault('bad-device', at, toBlank(bytes, at, to), 'device')
      minor = cursor.low
      // The device stands in a column of six, so that a wider one leaves a single blank.
      blanks = cursor.at - at > 5 ? 1 : gap
      at = cursor.at
    }

    if (!fits) return this.fault('bad-size', sizeFrom, toBlank(bytes, sizeFrom, to), 'end')
    this.region(perms)
    if (hasOffset) {
      sink.u64(OFFSET, offsetHigh, offsetLow)
      sink.device(this.#major, minor)
    }
    this.#hand(bytes)
    let nameFrom = at
    while (nameFrom < to && nameFrom - at < blanks && bytes[nameFrom] === BLANK) nameFrom++
    sink.pathname(bytes, nameFrom, to)
    return true
  }

  /** Reads a number, its unit, and sees the blank after them; the cell is left in `faultFrom` and `faultTo`. */
  #number(bytes: Uint8Array, from: number, to: number): boolean {
    const { cursor } = this
    const at = skipBlanks(bytes, from, to)
    this.faultFrom = at
    this.faultTo = toBlank(bytes, at, to)
    if (!cursor.decimal(bytes, at, to)) return false
    if (this.shape.hasUnit) {
      if (cursor.at >= to || bytes[cursor.at] !== K) return false
      cursor.at += 1
    }
    return cursor.at < to && bytes[cursor.at] === BLANK
  }

  /** The perms of a mode with a blank, or the end of the line, after it. */
  #mode(bytes: Uint8Array, at: number, to: number): number {
    const { mode } = this.shape
    const end = at + mode.length
    if (end > to || (end < to && bytes[end] !== BLANK)) return PERMS_UNKNOWN
    if (mode.length === 5 && bytes[at + 4] !== DASH) return PERMS_UNKNOWN
    let sharing = bytes[at + 3] as number
    if (mode === 'r-x--') {
      if (sharing === PRIVATE) return PERMS_UNKNOWN
      if (sharing === DASH) sharing = PRIVATE
    } else if (sharing === DASH) return PERMS_UNKNOWN
    if (sharing === QUESTION) return PERMS_UNKNOWN
    return permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, sharing)
  }

  /** Reads `major:minor`; the minor is left in the cursor. */
  #device(bytes: Uint8Array, at: number, to: number): boolean {
    const { cursor } = this
    if (!cursor.hex(bytes, at, to) || cursor.high !== 0 || bytes[cursor.at] !== COLON) return false
    this.#major = cursor.low
    return cursor.hex(bytes, cursor.at + 1, to) && cursor.high === 0 && (cursor.at === to || bytes[cursor.at] === BLANK)
  }

  /** Hands the counters over: under their names where a heading or the program gives them, else under their place. */
  #hand(bytes: Uint8Array): void {
    const { sink } = this
    const { counters } = this.shape
    for (let place = 0; place < counters.length; place++) {
      const name = counters[place]
      if (name === undefined) {
        sink.extra(this.#names[place] as Uint8Array, bytes.subarray(this.#froms[place], this.#tos[place]))
        continue
      }
      let column = this.#columns[place]
      if (column === undefined) {
        column = sink.counterColumn(name)
        this.#columns[place] = column
      }
      sink.counter(column, this.#values[place] as number)
    }
  }
}
