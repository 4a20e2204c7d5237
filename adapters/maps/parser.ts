import type { LineParser, Sink } from '../../src/adapter.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../src/model/perms.js'
import { Cursor, isPadded, skipBlanks } from '../../src/scan/cursor.js'
import { NewlineFinder } from '../../src/scan/newline.js'
import { Choice, NAMED, PADDED, UNNAMED } from './choice.js'
import { Fields } from './fields.js'
import { OpenName } from './open-name.js'
import { COLUMN_32, isKernels, SPELLINGS } from './spelling.js'
import { NOT_SO } from './spells.js'

const BLANK = 0x20
const DASH = 0x2d
const ZERO = 0x30
const COLON = 0x3a
const OPENING = 0x5b

const NEWLINE = 0x0a

/** What follows the perms of memory without a file and a name: half of the lines that there are. */
const ANONYMOUS: Uint8Array = new TextEncoder().encode('00000000 00:00 0 ')

const PERMS_NAME: Uint8Array = new TextEncoder().encode('perms')

/** What the reader of maps needs of a sink. */
export type MapsSink = Pick<
  Sink,
  | 'length'
  | 'region'
  | 'part'
  | 'reject'
  | 'mapping'
  | 'anonymous'
  | 'bigint'
  | 'perms'
  | 'device'
  | 'pathname'
  | 'extra'
  | 'dialect'
  | 'report'
>

/**
 * Reads lines of `/proc/PID/maps`, one region each; smaps reads its headers with it.
 *
 * Advice to the next reader: `exact` reads what kernels print, byte by byte, and gives up at the first surprise; `slow`
 * then reads the same line again, finds the dialect that prints it so, and says what is wrong. A field is handed to
 * the sink only when the whole line is understood. `test/reference/maps.ts` is the same reader as one regular expression.
 */
export class MapsParser implements LineParser {
  readonly #cursor: Cursor = new Cursor()
  readonly #newlines: NewlineFinder = new NewlineFinder()
  readonly #fields: Fields = new Fields()
  readonly #choice: Choice
  readonly #openName: OpenName
  /** Where `exact` expects names; 0 until a name shows it, −1 where it does not know the spelling. */
  #column = 0
  /** What the lines that `exact` read show of the dialect. */
  #seen = 0

  constructor(
    readonly sink: MapsSink,
    dialect?: string,
    possible: readonly string[] = Object.keys(SPELLINGS),
  ) {
    this.#choice = new Choice(possible, dialect ?? (possible[0] as string))
    this.#openName = new OpenName(sink)
    if (dialect !== undefined && !isKernels(this.#choice.spelling)) this.#column = -1
  }

  /** The dialect that the text is read as. */
  get dialect(): string {
    return this.#choice.dialect
  }

  /** True when the names of this text begin in the column of 32-bit kernels. */
  get isNarrow(): boolean {
    return this.#choice.spelling.column === COLUMN_32
  }

  /** Reads a line without being told its end, which saves looking for the newline first. */
  ahead(bytes: Uint8Array, from: number, to: number): number {
    return this.#exact(bytes, from, to, false)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    if (!this.#readsRegion(bytes, from, to) && !this.continues(bytes, from, to)) this.#reject(bytes, from, to)
  }

  end(): void {
    if (this.#openName.isPending) this.#openName.finish()
  }

  /** Reads a region's line; false when it is none, which is then reported. */
  region(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#readsRegion(bytes, from, to)) return true
    this.#report(bytes, from, to)
    return false
  }

  /** Reads a line that goes on with the name of the line before; false when that name is whole. */
  continues(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#openName.continues(bytes, from, to)
  }

  #readsRegion(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#exact(bytes, from, to, true) >= 0 || this.#slow(bytes, from, to)
  }

  #reject(bytes: Uint8Array, from: number, to: number): void {
    this.#report(bytes, from, to)
    this.sink.reject()
  }

  #report(bytes: Uint8Array, from: number, to: number): void {
    const fault = this.#fields.read(bytes, from, to)
    if (fault !== undefined) this.sink.report(fault.code, bytes, from, to, fault.from, fault.to, fault.field)
  }

  /** Gives where the line ends, or −1 when it is none that a kernel prints; `to` is its end only when it is whole. */
  #exact(bytes: Uint8Array, from: number, to: number, isWhole: boolean): number {
    const cursor = this.#cursor
    if (this.#column < 0 || !cursor.hex(bytes, from, to)) return -1
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
    const padded = bytes[from] === ZERO ? PADDED : 0
    const tailTo = at + 6 + ANONYMOUS.length
    if (isAnonymous(bytes, at + 6) && (isWhole ? tailTo === to : tailTo < to && bytes[tailTo] === NEWLINE)) {
      this.#seen |= UNNAMED | padded
      if (this.#openName.isPending) this.#openName.finish()
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
    this.#seen |= (nameFrom === nameTo ? UNNAMED : NAMED) | padded
    if (this.#openName.isPending) this.#openName.finish()
    sink.region()
    sink.mapping(startHigh, startLow, endHigh, endLow, perms, offsetHigh, offsetLow, inodeHigh, inodeLow)
    sink.device(major, minor)
    sink.pathname(bytes, nameFrom, nameTo)
    if (bytes[nameFrom] === OPENING) this.#openName.begin(bytes, nameFrom, nameTo)
    return nameTo
  }

  /** Index of the name's first byte (`to` for no name), or −1 when no kernel spaces a line so. */
  #name(bytes: Uint8Array, from: number, inodeTo: number, to: number): number {
    if (inodeTo >= to || bytes[inodeTo] !== BLANK) return -1
    if (inodeTo + 1 === to) return to
    const column = this.#column
    const prefix = inodeTo + 1 - from
    // What is as long as the column is rare, and tells dialects apart.
    if (column === 0 || prefix >= column) return -1
    const first = skipBlanks(bytes, inodeTo, to)
    if (first === to) return -1
    const nameFrom = from + column
    return nameFrom <= first ? nameFrom : -1
  }

  #slow(bytes: Uint8Array, from: number, to: number): boolean {
    const fields = this.#fields
    const choice = this.#choice
    const before = choice.dialect
    const fault = fields.read(bytes, from, to)
    if (fault !== undefined && fault.field !== 'device') return false
    const placed = choice.place(fields, this.#seen)
    if (placed === NOT_SO && fault !== undefined) return false
    const { sink } = this
    if (choice.dialect !== before) sink.dialect(choice.dialect)
    if (!isKernels(choice.spelling)) this.#column = -1
    else if (placed !== NOT_SO && placed < to) this.#column = choice.spelling.column
    this.#put(fields, placed === NOT_SO ? fields.nameFrom : placed)
    if (placed === NOT_SO) sink.report('odd-spacing', bytes, from, to, fields.nameFrom, fields.nameFrom)
    return true
  }

  #put(fields: Fields, nameFrom: number): void {
    const { sink } = this
    const { bytes, from, to, permsFrom, permsTo } = fields
    if (this.#openName.isPending) this.#openName.finish()
    sink.region()
    sink.bigint(START, fields.start)
    sink.bigint(END, fields.end)
    sink.perms(fields.perms)
    sink.bigint(OFFSET, fields.offset)
    if (fields.hasDevice) {
      sink.device(fields.major, fields.minor)
      sink.bigint(INODE, fields.inode)
    }
    sink.pathname(bytes, nameFrom, to)
    this.#openName.begin(bytes, nameFrom, to, this.#choice.spelling.raw)
    if (!fields.isPlain) sink.extra(PERMS_NAME, bytes.slice(permsFrom, permsTo))
    if (!fields.isPlain && !(this.#choice.spelling.windows && permsTo - permsFrom === 4)) {
      const novelFrom = permsTo - permsFrom > 4 ? permsFrom + 4 : permsFrom
      sink.report('unknown-flag', bytes, from, to, novelFrom, permsTo, 'perms')
    }
  }
}

function isAnonymous(bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < ANONYMOUS.length; i++) if (bytes[from + i] !== ANONYMOUS[i]) return false
  return true
}
