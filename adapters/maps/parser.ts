import type { LineParser, Sink } from '../../src/adapter.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { MOST_ROWS } from '../../src/model/mapping-rows.js'
import { Choice, NAMED, PADDED, UNNAMED } from './choice.js'
import { Fields } from './fields.js'
import { KernelLines } from './kernel-lines.js'
import { OpenName } from './open-name.js'
import { COLUMN_32, isKernels, SPELLINGS } from './spelling.js'
import { NOT_SO } from './spells.js'

const PERMS_NAME: Uint8Array = new TextEncoder().encode('perms')

/** What the reader of maps needs of a sink. */
export type MapsSink = Pick<
  Sink,
  | 'length'
  | 'region'
  | 'part'
  | 'reject'
  | 'mappings'
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
 * Advice to the next reader: KernelLines reads what kernels print, many lines at once, and gives up at the first surprise;
 * `slow` then reads that line again, finds the dialect that prints it so, and says what is wrong. A field is handed to the
 * sink only when the whole line is understood. `test/reference/maps.ts` is the same reader as one regular expression.
 */
export class MapsParser implements LineParser {
  readonly #lines: KernelLines = new KernelLines()
  readonly #fields: Fields = new Fields()
  readonly #choice: Choice
  readonly #openName: OpenName
  /** Where names are expected in a kernel's lines; 0 until a name shows it, −1 where they are not spelled so. */
  #column = 0

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

  /** Reads lines without being told their ends, as long as a kernel prints such. */
  ahead(bytes: Uint8Array, from: number, to: number): number {
    const newline = this.foresee(bytes, from, to, MOST_ROWS)
    if (newline >= 0) this.take(bytes)
    return newline
  }

  /** Reads up to so many lines without being told their ends, for `take`; gives the index of the last one's newline, or −1. */
  foresee(bytes: Uint8Array, from: number, to: number, most: number): number {
    if (this.#column < 0 || this.#openName.isPending) return -1
    const lines = this.#lines
    lines.read(bytes, from, to, this.#column, most)
    return lines.rows.count === 0 ? -1 : lines.at - 1
  }

  /** Hands on what was read ahead of `bytes`. */
  take(bytes: Uint8Array): void {
    if (this.#openName.isPending) this.#openName.finish()
    this.sink.mappings(this.#lines.rows, bytes)
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
    if (this.#column >= 0 && this.#lines.readOne(bytes, from, to, this.#column)) {
      this.take(this.#lines.bytes)
      return true
    }
    return this.#slow(bytes, from, to)
  }

  #reject(bytes: Uint8Array, from: number, to: number): void {
    this.#report(bytes, from, to)
    this.sink.reject()
  }

  #report(bytes: Uint8Array, from: number, to: number): void {
    const fault = this.#fields.read(bytes, from, to)
    if (fault !== undefined) this.sink.report(fault.code, bytes, from, to, fault.from, fault.to, fault.field)
  }

  /** What the kernel's lines show of the dialect. */
  #seen(): number {
    const { unnamed, named, padded } = this.#lines
    return (unnamed ? UNNAMED : 0) | (named ? NAMED : 0) | (padded ? PADDED : 0)
  }

  #slow(bytes: Uint8Array, from: number, to: number): boolean {
    const fields = this.#fields
    const choice = this.#choice
    const before = choice.dialect
    const fault = fields.read(bytes, from, to)
    if (fault !== undefined && fault.field !== 'device') return false
    const placed = choice.place(fields, this.#seen())
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
