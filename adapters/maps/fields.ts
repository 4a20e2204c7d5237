import { PERMS_UNKNOWN, permsCode } from '../../src/model/perms.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { Cursor } from '../../src/scan/cursor.js'

const TAB = 0x09
const BLANK = 0x20
const DASH = 0x2d
const COLON = 0x3a

/** What a line cannot be read for, and where. */
export interface Fault {
  readonly code: DiagnosticCode
  readonly field: string
  readonly from: number
  readonly to: number
}

/**
 * Finds the fields of one line of maps, however they are spaced, and keeps where each begins and ends.
 *
 * Advice to the next reader: this is the slow reader, for the first line of a text, for odd lines and for what is not
 * Linux; `spells` then tells which dialects print the line so.
 */
export class Fields {
  readonly #cursor: Cursor = new Cursor()
  bytes: Uint8Array = new Uint8Array(0)
  from = 0
  to = 0
  startFrom = 0
  startTo = 0
  endTo = 0
  permsFrom = 0
  permsTo = 0
  offsetFrom = 0
  offsetTo = 0
  deviceFrom = 0
  colon = 0
  deviceTo = 0
  inodeFrom = 0
  /** The end of what stands before the name: of the inode, or of the offset where there is no device. */
  prefixTo = 0
  /** The first byte that is no blank behind the prefix; `to` for none. */
  nameFrom = 0
  start = 0n
  end = 0n
  perms = 0
  /** True for four letters that Linux prints, and no more. */
  isPlain = true
  offset = 0n
  hasDevice = false
  major = 0
  minor = 0
  inode = 0n

  /** Reads a line; gives what is wrong with it, or undefined. */
  read(bytes: Uint8Array, from: number, to: number): Fault | undefined {
    this.bytes = bytes
    this.from = from
    this.to = to
    const fault = this.#range() ?? this.#perms() ?? this.#offset() ?? this.#file()
    this.nameFrom = this.#skip(this.prefixTo)
    return fault
  }

  #range(): Fault | undefined {
    const { bytes } = this
    this.startFrom = this.#skip(this.from)
    const to = this.#token(this.startFrom)
    const dash = bytes.subarray(this.startFrom, to).indexOf(DASH)
    this.startTo = dash < 0 ? to : this.startFrom + dash
    if (!this.#hex(this.startFrom, this.startTo)) return fault('bad-start', 'start', this.startFrom, this.startTo)
    this.start = this.#cursor.bigint()
    if (dash < 0) return fault('bad-end', 'end', to, to)
    this.endTo = to
    if (!this.#hex(this.startTo + 1, to)) return fault('bad-end', 'end', this.startTo + 1, to)
    this.end = this.#cursor.bigint()
    return undefined
  }

  #perms(): Fault | undefined {
    const { bytes } = this
    this.permsFrom = this.#skip(this.endTo)
    this.permsTo = this.#token(this.permsFrom)
    const at = this.permsFrom
    const size = this.permsTo - at
    this.perms = size < 4 ? PERMS_UNKNOWN : permsAt(bytes, at)
    this.isPlain = size === 4 && this.perms !== PERMS_UNKNOWN
    if (size >= 4 && this.perms === PERMS_UNKNOWN) this.perms = windowsPerms(bytes, at)
    return this.perms === PERMS_UNKNOWN ? fault('bad-perms', 'perms', at, this.permsTo) : undefined
  }

  #offset(): Fault | undefined {
    this.offsetFrom = this.#skip(this.permsTo)
    this.offsetTo = this.#token(this.offsetFrom)
    if (!this.#hex(this.offsetFrom, this.offsetTo)) return fault('bad-offset', 'offset', this.offsetFrom, this.offsetTo)
    this.offset = this.#cursor.bigint()
    return undefined
  }

  #file(): Fault | undefined {
    const { bytes } = this
    this.prefixTo = this.offsetTo
    this.deviceFrom = this.#skip(this.offsetTo)
    this.deviceTo = this.#token(this.deviceFrom)
    const colon = bytes.subarray(this.deviceFrom, this.deviceTo).indexOf(COLON)
    this.colon = this.deviceFrom + colon
    const bad = fault('bad-device', 'device', this.deviceFrom, this.deviceTo)
    this.hasDevice = false
    if (colon < 0 || !this.#hex(this.deviceFrom, this.colon) || this.#cursor.high !== 0) return bad
    this.major = this.#cursor.low
    if (!this.#hex(this.colon + 1, this.deviceTo) || this.#cursor.high !== 0) return bad
    this.minor = this.#cursor.low
    this.hasDevice = true

    this.inodeFrom = this.#skip(this.deviceTo)
    this.prefixTo = this.#token(this.inodeFrom)
    if (!this.#cursor.decimal(bytes, this.inodeFrom, this.prefixTo) || this.#cursor.at !== this.prefixTo)
      return fault('bad-inode', 'inode', this.inodeFrom, this.prefixTo)
    this.inode = this.#cursor.bigint()
    return undefined
  }

  /** Reads the whole of `bytes[from, to)` as hex digits of either case. */
  #hex(from: number, to: number): boolean {
    return this.#cursor.anyHex(this.bytes, from, to) && this.#cursor.at === to
  }

  #skip(from: number): number {
    let at = from
    while (at < this.to && isBlank(this.bytes[at])) at++
    return at
  }

  #token(from: number): number {
    let at = from
    while (at < this.to && !isBlank(this.bytes[at])) at++
    return at
  }
}

function permsAt(bytes: Uint8Array, at: number): number {
  return permsCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number)
}

/** Cygwin writes `=` in the place of each right of reserved memory, and `g` last for a guard page. */
function windowsPerms(bytes: Uint8Array, at: number): number {
  const letter = (place: number): number => (bytes[at + place] === 0x3d ? DASH : (bytes[at + place] as number))
  const sharing = bytes[at + 3] as number
  return permsCode(letter(0), letter(1), letter(2), sharing === 0x67 ? 0x3f : sharing)
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB
}

function fault(code: DiagnosticCode, field: string, from: number, to: number): Fault {
  return { code, field, from, to: Math.max(from, to) }
}
