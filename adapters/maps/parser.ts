import type { LineParser, Sink } from '../../src/adapter.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../src/model/perms.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { Cursor, isPadded, skipBlanks, toBlank } from '../../src/scan/cursor.js'
import { NewlineFinder } from '../../src/scan/newline.js'

/** Where the name begins on a 64-bit kernel, 0-based in bytes: 25 + 6 × sizeof(void *). */
export const COLUMN_64 = 73

/** Where the name begins on a 32-bit kernel. */
export const COLUMN_32 = 49

const BLANK = 0x20
const DASH = 0x2d
const COLON = 0x3a

const NEWLINE = 0x0a

/** What follows the perms of memory without a file and a name: half of the lines that there are. */
const ANONYMOUS: Uint8Array = new TextEncoder().encode('00000000 00:00 0 ')

const PERMS_NAME: Uint8Array = new TextEncoder().encode('perms')

/**
 * Reads lines of `/proc/PID/maps`, one region each; smaps reads its headers with it.
 *
 * Advice to the next reader: `exact` reads what kernels print, byte by byte, and gives up at the first surprise; `loose`
 * then reads the same line again, slowly, with any blanks between the fields, and says what is wrong. A field is handed to
 * the sink only when the whole line is understood. `test/reference/maps.ts` is the same reader as one regular expression.
 */
export class MapsParser implements LineParser {
  readonly #cursor: Cursor = new Cursor()
  readonly #newlines: NewlineFinder = new NewlineFinder()
  /** Where the names of this text begin; 0 until a name shows it. */
  #column = 0

  constructor(readonly sink: Sink) {}

  /** Reads a line without being told its end, which saves looking for the newline first. */
  ahead(bytes: Uint8Array, from: number, to: number): number {
    return this.#exact(bytes, from, to, false)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    if (!this.region(bytes, from, to)) this.sink.reject()
  }

  end(): void {}

  /** Reads a region's line; false when it is none, which is then reported. */
  region(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#exact(bytes, from, to, true) >= 0 || this.#loose(bytes, from, to)
  }

  /** Gives where the line ends, or −1 when it is none that a kernel prints; `to` is its end only when it is whole. */
  #exact(bytes: Uint8Array, from: number, to: number, isWhole: boolean): number {
    const cursor = this.#cursor
    if (!cursor.hex(bytes, from, to)) return -1
    const startHigh = cursor.high
    const startLow = cursor.low
    let at = cursor.at
    if (!isPadded(bytes, from, at, 8) || bytes[at] !== DASH || !cursor.hex(bytes, at + 1, to)) return -1
    const endHigh = cursor.high
    const endLow = cursor.low
    if (!isPadded(bytes, at + 1, cursor.at, 8)) return -1
    at = cursor.at
    // Perms and the blanks around them are six bytes.
    if (at + 6 >= to || bytes[at] !== BLANK || bytes[at + 5] !== BLANK) return -1
    const perms = permsCode(
      bytes[at + 1] as number,
      bytes[at + 2] as number,
      bytes[at + 3] as number,
      bytes[at + 4] as number,
    )
    if (perms === PERMS_UNKNOWN) return -1
    const tailTo = at + 6 + ANONYMOUS.length
    if (isAnonymous(bytes, at + 6) && (isWhole ? tailTo === to : tailTo < to && bytes[tailTo] === NEWLINE)) {
      this.sink.region()
      this.sink.anonymous(startHigh, startLow, endHigh, endLow, perms)
      return tailTo
    }
    if (!cursor.hex(bytes, at + 6, to)) return -1
    const offsetHigh = cursor.high
    const offsetLow = cursor.low
    if (!isPadded(bytes, at + 6, cursor.at, 8)) return -1
    at = cursor.at
    if (at >= to || bytes[at] !== BLANK || !cursor.hex(bytes, at + 1, to) || cursor.high !== 0) return -1
    const major = cursor.low
    if (!isPadded(bytes, at + 1, cursor.at, 2)) return -1
    at = cursor.at
    if (at >= to || bytes[at] !== COLON || !cursor.hex(bytes, at + 1, to) || cursor.high !== 0) return -1
    const minor = cursor.low
    if (!isPadded(bytes, at + 1, cursor.at, 2)) return -1
    at = cursor.at
    if (at >= to || bytes[at] !== BLANK || !cursor.decimal(bytes, at + 1, to)) return -1
    if (!isPadded(bytes, at + 1, cursor.at, 1)) return -1
    const nameTo = isWhole ? to : this.#newlines.find(bytes, cursor.at, to)
    const nameFrom = nameTo < 0 ? -1 : this.#name(bytes, from, cursor.at, nameTo)
    if (nameFrom < 0) return -1
    const { sink } = this
    const inodeHigh = cursor.high
    const inodeLow = cursor.low
    sink.region()
    sink.mapping(startHigh, startLow, endHigh, endLow, perms, offsetHigh, offsetLow, inodeHigh, inodeLow)
    sink.device(major, minor)
    sink.pathname(bytes, nameFrom, nameTo)
    return nameTo
  }

  /** Index of the name's first byte (`to` for no name), or −1 when no kernel spaces a line so. */
  #name(bytes: Uint8Array, from: number, inodeTo: number, to: number): number {
    if (inodeTo >= to || bytes[inodeTo] !== BLANK) return -1
    if (inodeTo + 1 === to) return to
    const first = skipBlanks(bytes, inodeTo, to)
    if (first === to) return -1
    const prefix = inodeTo + 1 - from
    if (this.#column === 0) this.#column = this.#columnOf(first - from, prefix)
    const column = this.#column
    if (column === 0) return -1
    const nameFrom = prefix < column ? from + column : inodeTo + 2
    return nameFrom <= first ? nameFrom : -1
  }

  #columnOf(first: number, prefix: number): number {
    if (first === COLUMN_32 || (prefix >= COLUMN_32 && first === prefix + 1 && first < COLUMN_64)) {
      this.sink.dialect('32bit')
      return COLUMN_32
    }
    return first >= COLUMN_64 ? COLUMN_64 : 0
  }

  #loose(bytes: Uint8Array, from: number, to: number): boolean {
    const { sink } = this
    const cursor = this.#cursor
    const bad = (code: DiagnosticCode, at: number, until: number, field: string): false => {
      sink.report(code, bytes, from, to, at, Math.max(until, at), field)
      return false
    }
    let at = skipBlanks(bytes, from, to)
    let until = toBlank(bytes, at, to)
    const dash = bytes.subarray(at, until).indexOf(DASH)
    const startTo = dash < 0 ? until : at + dash
    if (!cursor.anyHex(bytes, at, startTo) || cursor.at !== startTo) return bad('bad-start', at, startTo, 'start')
    const start = cursor.bigint()
    if (dash < 0) return bad('bad-end', until, until, 'end')
    if (!cursor.anyHex(bytes, startTo + 1, until) || cursor.at !== until)
      return bad('bad-end', startTo + 1, until, 'end')
    const end = cursor.bigint()

    at = skipBlanks(bytes, until, to)
    until = toBlank(bytes, at, to)
    const permsFrom = at
    const permsTo = until
    const perms =
      until - at < 4
        ? PERMS_UNKNOWN
        : permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number)
    if (perms === PERMS_UNKNOWN) return bad('bad-perms', at, until, 'perms')

    at = skipBlanks(bytes, until, to)
    until = toBlank(bytes, at, to)
    if (!cursor.anyHex(bytes, at, until) || cursor.at !== until) return bad('bad-offset', at, until, 'offset')
    const offset = cursor.bigint()

    at = skipBlanks(bytes, until, to)
    until = toBlank(bytes, at, to)
    const colon = bytes.subarray(at, until).indexOf(COLON)
    const deviceFrom = at
    if (colon < 0 || !cursor.anyHex(bytes, at, at + colon) || cursor.at !== at + colon || cursor.high !== 0) {
      return bad('bad-device', at, until, 'device')
    }
    const major = cursor.low
    if (!cursor.anyHex(bytes, at + colon + 1, until) || cursor.at !== until || cursor.high !== 0) {
      return bad('bad-device', deviceFrom, until, 'device')
    }
    const minor = cursor.low

    at = skipBlanks(bytes, until, to)
    until = toBlank(bytes, at, to)
    if (!cursor.decimal(bytes, at, until) || cursor.at !== until) return bad('bad-inode', at, until, 'inode')
    const inode = cursor.bigint()
    const nameFrom = skipBlanks(bytes, until, to)

    sink.region()
    sink.bigint(START, start)
    sink.bigint(END, end)
    sink.perms(perms)
    sink.bigint(OFFSET, offset)
    sink.device(major, minor)
    sink.bigint(INODE, inode)
    sink.pathname(bytes, nameFrom, to)
    if (permsTo - permsFrom > 4) {
      sink.extra(PERMS_NAME, bytes.slice(permsFrom, permsTo))
      sink.report('unknown-flag', bytes, from, to, permsFrom + 4, permsTo, 'perms')
    } else {
      sink.report('odd-spacing', bytes, from, to, nameFrom, nameFrom)
    }
    return true
  }
}

function isAnonymous(bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < ANONYMOUS.length; i++) if (bytes[from + i] !== ANONYMOUS[i]) return false
  return true
}
