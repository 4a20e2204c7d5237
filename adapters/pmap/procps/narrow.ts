import type { Sink } from '../../../src/adapter.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import { OFFSET } from '../../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../../src/model/perms.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { skipBlanks, startsWith, toBlank } from '../../../src/scan/cursor.js'
import { Rows } from '../rows.js'
import { NARROW_SHAPES, type NarrowShape } from './narrow-shape.js'

const BLANK = 0x20
const DASH = 0x2d
const COLON = 0x3a
const SLASH = 0x2f
const NO_NAME = new TextEncoder().encode(' (null)')
const MADE_UP = new TextEncoder().encode('  [ ')
const K = 0x4b
const PRIVATE = 0x70
const SHARED = 0x73

/**
 * Reads rows of the modes that pmap makes of maps' own line: default, -x and -d.
 *
 * Advice to the next reader: blanks before a field are padding, and a number wider than its column only pushes the rest to
 * the right; but the name begins after exactly one blank, for a name may begin with blanks itself.
 */
export class NarrowRows extends Rows {
  readonly #hasCounters: boolean
  #rss: CounterColumn | undefined
  #dirty: CounterColumn | undefined
  /** The range of the last mapping. */
  #lastStartHigh = -1
  #lastStartLow = -1
  #lastEndHigh = -1
  #lastEndLow = -1

  constructor(
    sink: Sink,
    readonly shape: NarrowShape,
  ) {
    super(sink)
    this.#hasCounters = shape.cells.includes('Rss')
  }

  get dialect(): string {
    return this.shape.dialect
  }

  /** The readers of the narrow modes, for a block without a heading. */
  static withoutHeading(sink: Sink, told: string | undefined): readonly NarrowRows[] {
    return NARROW_SHAPES.filter(({ dialect }) => dialect !== 'x-3.3.2' || told === dialect).map(
      (shape) => new NarrowRows(sink, shape),
    )
  }

  row(bytes: Uint8Array, from: number, to: number): boolean {
    if (!this.start(bytes, from, to)) return false
    const { cursor, sink } = this
    const { hasUnit, cells, hasOffset, gap } = this.shape
    const digits = cursor.at - from
    let at = skipBlanks(bytes, cursor.at, to)
    const sizeFrom = at
    if (!cursor.decimal(bytes, at, to)) return this.fault('bad-size', at, toBlank(bytes, at, to), 'end')
    const sizeHigh = cursor.high
    const sizeLow = cursor.low
    at = cursor.at
    if (hasUnit) {
      if (bytes[at] !== K || at >= to) return this.fault('bad-size', sizeFrom, toBlank(bytes, sizeFrom, to), 'end')
      at += 1
    }
    if (at >= to || bytes[at] !== BLANK) return this.fault('bad-size', sizeFrom, toBlank(bytes, sizeFrom, to), 'end')

    let rss = 0
    let dirty = 0
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as string
      if (!this.#cell(bytes, at, to, cell)) return false
      if (cell === 'Rss') rss = cursor.number()
      else if (cell === 'Dirty') dirty = cursor.number()
      at = cursor.at
    }

    at = skipBlanks(bytes, at, to)
    const perms = this.#mode(bytes, at, to)
    if (perms === PERMS_UNKNOWN) {
      if ((sizeHigh | sizeLow) !== 0 || !this.#isBelowRange(bytes, at, to)) {
        return this.fault('bad-perms', at, toBlank(bytes, at, to), 'perms')
      }
      sink.report('below-range', bytes, from, to, from, to)
      sink.reject()
      return true
    }
    at += 5

    let offsetHigh = 0
    let offsetLow = 0
    let major = 0
    let minor = 0
    if (hasOffset) {
      at = skipBlanks(bytes, at, to)
      const read = cursor.hex(bytes, at, to) && cursor.at - at >= 16 && cursor.at < to && bytes[cursor.at] === BLANK
      if (!read) return this.fault('bad-offset', at, toBlank(bytes, at, to), 'offset')
      offsetHigh = cursor.high
      offsetLow = cursor.low
      at = skipBlanks(bytes, cursor.at, to)
      if (!this.#device(bytes, at, to)) return this.fault('bad-device', at, toBlank(bytes, at, to), 'device')
      major = this.#major
      minor = cursor.low
      at = cursor.at
    }

    const isEmpty = (sizeHigh | sizeLow) === 0
    const fits = this.endAfter(sizeHigh, sizeLow)
    const nameFrom = at + gap
    const isFit = gap === 1 ? !isOlderName(bytes, nameFrom, to) : this.#fitsGap(bytes, nameFrom, to)
    if (!isFit) {
      this.foreign = gap === 1
      if (!fits) return this.fault('bad-size', sizeFrom, toBlank(bytes, sizeFrom, to), 'end')
      return this.fault('bad-column', at + 1, to, 'pathname')
    }
    const finding = this.#whyNoMapping(digits, isEmpty, rss + dirty === 0, fits)
    if (finding !== undefined) {
      sink.report(finding, bytes, from, to, from, from + digits, 'start')
      if (finding === 'repeated-row') sink.part()
      else if (finding === 'bogus-row' && !this.#hasCounters) sink.reject(kilobytes(sizeHigh, sizeLow) * 1024n)
      else sink.reject()
      return true
    }
    if (!fits) return this.fault('bad-size', sizeFrom, toBlank(bytes, sizeFrom, to), 'end')

    this.#lastStartHigh = this.startHigh
    this.#lastStartLow = this.startLow
    this.#lastEndHigh = this.endHigh
    this.#lastEndLow = this.endLow
    this.region(perms)
    if (hasOffset) {
      sink.u64(OFFSET, offsetHigh, offsetLow)
      sink.device(major, minor)
    }
    if (this.#hasCounters) {
      this.#rss ??= sink.counterColumn('Rss')
      this.#dirty ??= sink.counterColumn('Dirty')
      sink.counter(this.#rss, rss)
      sink.counter(this.#dirty, dirty)
    }
    sink.pathname(bytes, nameFrom, to)
    return true
  }

  /** Reads a counter, or the dash that stands for one. */
  #cell(bytes: Uint8Array, from: number, to: number, name: string): boolean {
    const { cursor } = this
    const at = skipBlanks(bytes, from, to)
    if (name === '-' && at + 1 < to && bytes[at] === DASH && bytes[at + 1] === BLANK) {
      cursor.at = at + 1
      return true
    }
    if (name === '-') return this.fault('bad-column', at, toBlank(bytes, at, to))
    // Counters are doubles: above 2^53 they would not be exact.
    if (cursor.decimal(bytes, at, to) && cursor.high < 1 << 21 && cursor.at < to && bytes[cursor.at] === BLANK)
      return true
    return this.fault('bad-counter', at, toBlank(bytes, at, to), name)
  }

  /** The perms of a five-character mode with a blank after it: `-` for private, and always a `-` at the end. */
  #mode(bytes: Uint8Array, at: number, to: number): number {
    if (at + 5 >= to || bytes[at + 5] !== BLANK || bytes[at + 4] !== DASH) return PERMS_UNKNOWN
    const sharing = bytes[at + 3]
    if (sharing !== DASH && sharing !== SHARED) return PERMS_UNKNOWN
    const code = sharing === SHARED ? SHARED : PRIVATE
    return permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, code)
  }

  /** True for the perms of maps and no name: what -x -A leaves of a mapping below its range, before 3.3.15. */
  #isBelowRange(bytes: Uint8Array, at: number, to: number): boolean {
    return this.#hasCounters && to === at + NO_NAME.length + 4 && startsWith(bytes, at + 4, to, NO_NAME)
  }

  #major = 0

  /** Reads `major:minor`, of at least three and five digits; the minor is left in the cursor. */
  #device(bytes: Uint8Array, at: number, to: number): boolean {
    const { cursor } = this
    if (!cursor.hex(bytes, at, to) || cursor.high !== 0 || cursor.at - at < 3) return false
    this.#major = cursor.low
    const colon = cursor.at
    if (colon >= to || bytes[colon] !== COLON || !cursor.hex(bytes, colon + 1, to)) return false
    return cursor.high === 0 && cursor.at - colon > 5 && cursor.at < to && bytes[cursor.at] === BLANK
  }

  /** True when a name stands behind two blanks; in the default mode, which has no heading, a whole path or one that pmap made. */
  #fitsGap(bytes: Uint8Array, from: number, to: number): boolean {
    if (bytes[from - 1] !== BLANK || from >= to) return false
    return !this.shape.hasUnit || bytes[from] === SLASH || startsWith(bytes, from, to, MADE_UP)
  }

  /** Tells a row that is about no mapping of its own, and why; undefined for every other row. */
  #whyNoMapping(digits: number, isEmpty: boolean, isIdle: boolean, fits: boolean): DiagnosticCode | undefined {
    if (digits === 8 && this.startLow === 0xffffffff && isEmpty) return 'saturated-start'
    // No mapping begins within a page; what pmap scanned from the rest of a long line mostly does.
    if ((this.startLow & 0xfff) !== 0) return 'bogus-row'
    const isSame = this.startHigh === this.#lastStartHigh && this.startLow === this.#lastStartLow
    if (isSame && isEmpty && isIdle && this.#hasCounters) return 'repeated-row'
    return fits && this.#keepsLastEnd() ? 'bogus-row' : undefined
  }

  /** True when pmap scanned no new end: it is the last row's, less the part of a kilobyte that Kbytes leave out. */
  #keepsLastEnd(): boolean {
    const behind = (this.#lastEndHigh - this.endHigh) * 0x100000000 + (this.#lastEndLow - this.endLow)
    return behind >= 0 && behind < 1024
  }
}

function kilobytes(high: number, low: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low)
}

/** True for a name that only pmap before 3.3.7 prints: blanks, then a whole path. Today's begins with the slash or has none. */
function isOlderName(bytes: Uint8Array, from: number, to: number): boolean {
  const at = skipBlanks(bytes, from, to)
  return at > from && at < to && bytes[at] === SLASH
}
