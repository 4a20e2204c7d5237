import type { Sink } from '../../src/adapter.js'
import type { CounterColumn } from '../../src/model/counters.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../src/model/perms.js'
import { skipBlanks, toBlank } from '../../src/scan/cursor.js'
import { codeAt, endOfCodes, hasMayRead, knownCodes } from './flags.js'
import type { Layout } from './layout.js'
import { Rows } from './rows.js'

const BLANK = 0x20
const COLON = 0x3a
const DASH = 0x2d
const QUESTION = 0x3f

/** Where Size stands among the columns, Address being the first. */
const SIZE_COLUMN = 6

/**
 * Reads rows of -X and -XX, which copy smaps cell by cell.
 *
 * Advice to the next reader: cells are right-aligned under their headings and never cut, so a cell wider than its column
 * pushes the rest of the row to the right by as much; that shift is measured at the last number, and then the flags must
 * end, and the name begin, where the heading says. Only where they do not are the flags told by their shape.
 */
export class WideRows extends Rows {
  #layout: Layout | undefined
  #columns: CounterColumn[] | undefined
  #extraNames: Uint8Array[] = []
  /** The numbers of the row being read, and where they stand. */
  readonly #values: number[] = []
  readonly #froms: number[] = []
  readonly #tos: number[] = []
  #count = 0
  #device = 0
  /** The codes that no longer need a note: known, or noted above. */
  readonly #codes: Uint8Array = knownCodes()

  constructor(
    sink: Sink,
    /** What the heading showed; undefined when there was none. */
    layout: Layout | undefined,
    /** The dialect that the reader was told, which decides whether there are flags where no heading does. */
    readonly told?: string,
  ) {
    super(sink)
    this.#layout = layout
  }

  get dialect(): string {
    return this.#layout?.dialect ?? 'X'
  }

  /** True when the rows have VmFlags. */
  get hasFlags(): boolean {
    return this.#layout?.hasFlags ?? false
  }

  row(bytes: Uint8Array, from: number, to: number): boolean {
    const { cursor } = this
    let at = skipBlanks(bytes, from, to)
    if (!this.start(bytes, at, to)) return false
    at = skipBlanks(bytes, cursor.at, to)
    if (at + 4 >= to || bytes[at + 4] !== BLANK) return this.fault('bad-perms', at, toBlank(bytes, at, to), 'perms')
    const sharing = bytes[at + 3] as number
    const perms = permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, sharing)
    if (perms === PERMS_UNKNOWN || sharing === DASH || sharing === QUESTION) {
      return this.fault('bad-perms', at, at + 4, 'perms')
    }

    at = skipBlanks(bytes, at + 4, to)
    if (!cursor.hex(bytes, at, to) || !this.#isBlank(bytes, to)) {
      return this.fault('bad-offset', at, toBlank(bytes, at, to), 'offset')
    }
    const offsetHigh = cursor.high
    const offsetLow = cursor.low
    at = skipBlanks(bytes, cursor.at, to)
    if (!this.#readDevice(bytes, at, to)) return this.fault('bad-device', at, toBlank(bytes, at, to), 'device')
    const major = this.#device
    const minor = cursor.low
    at = skipBlanks(bytes, cursor.at, to)
    if (!cursor.decimal(bytes, at, to) || !this.#isBlank(bytes, to)) {
      return this.fault('bad-inode', at, toBlank(bytes, at, to), 'inode')
    }
    const inodeHigh = cursor.high
    const inodeLow = cursor.low

    const layout = this.#layout
    if (!this.#numbers(bytes, cursor.at, to, layout)) return false
    const numbersTo = this.#tos[this.#count - 1] as number
    const known = layout ?? this.#learn(bytes, from, numbersTo, to)
    let nameFrom = numbersTo + 1
    let flagsFrom = numbersTo
    let flagsTo = numbersTo
    if (known.hasFlags) {
      flagsFrom = skipBlanks(bytes, numbersTo, to)
      flagsTo = this.#flagsEnd(bytes, from, flagsFrom, numbersTo, to, known)
      if (flagsTo === flagsFrom) return this.fault('bad-column', flagsFrom, toBlank(bytes, flagsFrom, to), 'vmFlags')
      nameFrom = flagsTo + known.gap
    }
    const isCut = nameFrom > to
    if (isCut && (known.nameColumn === 0 || to - from < known.nameColumn - known.gap)) {
      return this.fault('bad-column', to, to, 'pathname')
    }
    if (known.gap === 2 && known.hasFlags && flagsTo + 1 < to && bytes[flagsTo + 1] !== BLANK) {
      if (known.names === undefined) known.gap = 1
      return this.fault('bad-column', flagsTo + 1, to, 'pathname')
    }
    const size = this.#froms[0] as number
    cursor.decimal(bytes, size, to)
    if (!this.endAfter(cursor.high, cursor.low)) {
      return this.fault('bad-size', size, this.#tos[0] as number, 'end')
    }

    const { sink } = this
    this.#layout = known
    sink.region()
    sink.u64(START, this.startHigh, this.startLow)
    sink.u64(END, this.endHigh, this.endLow)
    sink.perms(perms)
    sink.u64(OFFSET, offsetHigh, offsetLow)
    sink.device(major, minor)
    sink.u64(INODE, inodeHigh, inodeLow)
    if (known.hasFlags) {
      sink.vmFlags(bytes, flagsFrom, flagsTo)
      this.#noteCodes(bytes, from, to, flagsFrom, flagsTo)
    }
    this.#hand(bytes, known)
    if (isCut) sink.report('odd-spacing', bytes, from, to, to, to)
    sink.pathname(bytes, Math.min(nameFrom, to), to)
    return true
  }

  #isBlank(bytes: Uint8Array, to: number): boolean {
    return this.cursor.at < to && bytes[this.cursor.at] === BLANK
  }

  /** Reads `major:minor`; the minor is left in the cursor. */
  #readDevice(bytes: Uint8Array, at: number, to: number): boolean {
    const { cursor } = this
    if (!cursor.hex(bytes, at, to) || cursor.high !== 0) return false
    this.#device = cursor.low
    if (cursor.at >= to || bytes[cursor.at] !== COLON || !cursor.hex(bytes, cursor.at + 1, to)) return false
    return cursor.high === 0 && this.#isBlank(bytes, to)
  }

  /** Reads as many numbers as the layout has; without a layout, as many as there are before something else. */
  #numbers(bytes: Uint8Array, from: number, to: number, layout: Layout | undefined): boolean {
    const { cursor } = this
    const count = layout?.count ?? Number.POSITIVE_INFINITY
    let at = from
    let read = 0
    for (; read < count; read++) {
      const first = skipBlanks(bytes, at, to)
      const isNumber = cursor.decimal(bytes, first, to) && cursor.high < 1 << 21
      // A row goes on after its last number, if only with a blank; trailing blanks may have been lost on the way to us.
      const isWhole = isNumber && (this.#isBlank(bytes, to) || (cursor.at === to && read === count - 1))
      if (!isWhole) {
        if (layout === undefined && read > 0) break
        const name = layout?.names?.[read] ?? `column ${SIZE_COLUMN + read}`
        return this.fault(layout === undefined ? 'bad-column' : 'bad-counter', first, toBlank(bytes, first, to), name)
      }
      this.#values[read] = cursor.number()
      this.#froms[read] = first
      this.#tos[read] = cursor.at
      at = cursor.at
    }
    this.#count = read
    return true
  }

  /** The layout that the first row shows where no heading does. */
  #learn(bytes: Uint8Array, from: number, numbersTo: number, to: number): Layout {
    const flagsFrom = skipBlanks(bytes, numbersTo, to)
    const flagsTo = endOfCodes(bytes, flagsFrom, to)
    const hasFlags =
      this.told === 'XX'
        ? flagsTo > flagsFrom
        : this.told !== 'X' && flagsTo < to && hasMayRead(bytes, flagsFrom, flagsTo)
    return {
      dialect: hasFlags || this.told === 'XX' ? 'XX' : 'X',
      names: undefined,
      count: this.#count,
      hasFlags,
      gap: hasFlags && bytes[flagsTo + 1] === BLANK && flagsTo + 1 < to ? 2 : 1,
      numbersEnd: numbersTo - from,
      flagsEnd: 0,
      nameColumn: 0,
    }
  }

  /** Where the flags of a row end; at their beginning when there are none. */
  #flagsEnd(bytes: Uint8Array, from: number, flagsFrom: number, numbersTo: number, to: number, layout: Layout): number {
    const shift = numbersTo - from - layout.numbersEnd
    const expected = from + layout.flagsEnd + shift
    if (layout.flagsEnd > 0 && shift >= 0 && expected > flagsFrom && expected <= to) {
      const isEnd = expected === to || bytes[expected] === BLANK
      if (isEnd && endOfCodes(bytes, flagsFrom, expected) === expected) return expected
    }
    const end = endOfCodes(bytes, flagsFrom, to)
    const column = end - from - shift
    if (layout.names === undefined && end > flagsFrom && (layout.flagsEnd === 0 || column < layout.flagsEnd)) {
      layout.flagsEnd = column
    }
    return end
  }

  #noteCodes(bytes: Uint8Array, from: number, to: number, flagsFrom: number, flagsTo: number): void {
    for (let at = flagsFrom; at < flagsTo; at += 3) {
      const code = codeAt(bytes, at)
      if (this.#codes[code] === 1) continue
      this.#codes[code] = 1
      this.sink.report('unknown-flag', bytes, from, to, at, at + 2, 'vmFlags')
    }
  }

  /** Hands the numbers over: under their names where a heading gave them, else under their place. */
  #hand(bytes: Uint8Array, layout: Layout): void {
    const { sink } = this
    this.#columns ??= (layout.names ?? ['Size']).map((name) => sink.counterColumn(name))
    const columns = this.#columns
    for (let i = 0; i < columns.length; i++) sink.counter(columns[i] as CounterColumn, this.#values[i] as number)
    for (let i = columns.length; i < this.#count; i++) {
      this.#extraNames[i] ??= new TextEncoder().encode(`column ${SIZE_COLUMN + i}`)
      sink.extra(this.#extraNames[i] as Uint8Array, bytes.subarray(this.#froms[i], this.#tos[i]))
    }
  }
}
