import type { Sink } from '../../../src/adapter.js'
import { INODE, OFFSET } from '../../../src/model/fields.js'
import { PERMS_UNKNOWN, permsCode } from '../../../src/model/perms.js'
import type { Cursor } from '../../../src/scan/cursor.js'
import { skipBlanks } from '../../../src/scan/cursor.js'
import type { Layout } from './wide-layout.js'

const BLANK = 0x20
const COLON = 0x3a
const DASH = 0x2d
const QUESTION = 0x3f

/** The columns of -X that stand between Address and the numbers, all of which are copied from smaps' own line. */
type Columns = Pick<Layout, 'hasPerms' | 'hasOffset' | 'hasDevice' | 'hasInode'>

/** Reads the cells between Address and the numbers: as many of perms, offset, device and inode as the block shows. */
export class WideHead {
  /** Where the last cell that was looked at begins, and after reading them all, ends. */
  at = 0
  #perms = 0
  #offsetHigh = 0
  #offsetLow = 0
  #major = 0
  #minor = 0
  #inodeHigh = 0
  #inodeLow = 0

  constructor(readonly cursor: Cursor) {}

  /** Reads the cells from `from` on; the field that cannot be read, which begins at `at`, or undefined when all can. */
  read(
    columns: Columns,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): 'perms' | 'offset' | 'device' | 'inode' | undefined {
    const { cursor } = this
    this.at = from
    if (columns.hasPerms) {
      const at = this.#next(bytes, to)
      const sharing = bytes[at + 3] as number
      const isWhole = at + 4 < to ? bytes[at + 4] === BLANK : at + 4 === to
      if (!isWhole || sharing === DASH || sharing === QUESTION) return 'perms'
      this.#perms = permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, sharing)
      if (this.#perms === PERMS_UNKNOWN) return 'perms'
      this.at = at + 4
    }
    if (columns.hasOffset) {
      if (!cursor.hex(bytes, this.#next(bytes, to), to) || !this.#isWhole(bytes, to)) return 'offset'
      this.#offsetHigh = cursor.high
      this.#offsetLow = cursor.low
      this.at = cursor.at
    }
    if (columns.hasDevice) {
      if (!this.#device(bytes, this.#next(bytes, to), to)) return 'device'
      this.at = cursor.at
    }
    if (columns.hasInode) {
      if (!cursor.decimal(bytes, this.#next(bytes, to), to) || !this.#isWhole(bytes, to)) return 'inode'
      this.#inodeHigh = cursor.high
      this.#inodeLow = cursor.low
      this.at = cursor.at
    }
    return undefined
  }

  /** Hands over what was read. */
  hand(columns: Columns, sink: Sink): void {
    if (columns.hasPerms) sink.perms(this.#perms)
    if (columns.hasOffset) sink.u64(OFFSET, this.#offsetHigh, this.#offsetLow)
    if (columns.hasDevice) sink.device(this.#major, this.#minor)
    if (columns.hasInode) sink.u64(INODE, this.#inodeHigh, this.#inodeLow)
  }

  #next(bytes: Uint8Array, to: number): number {
    this.at = skipBlanks(bytes, this.at, to)
    return this.at
  }

  /** True when the number that was read is a whole cell. */
  #isWhole(bytes: Uint8Array, to: number): boolean {
    return this.cursor.at === to || bytes[this.cursor.at] === BLANK
  }

  /** Reads `major:minor`. */
  #device(bytes: Uint8Array, at: number, to: number): boolean {
    const { cursor } = this
    if (!cursor.hex(bytes, at, to) || cursor.high !== 0) return false
    this.#major = cursor.low
    if (cursor.at >= to || bytes[cursor.at] !== COLON || !cursor.hex(bytes, cursor.at + 1, to)) return false
    this.#minor = cursor.low
    return cursor.high === 0 && this.#isWhole(bytes, to)
  }
}
