import { HEX } from '../../src/scan/hex.js'

const BLANK = 0x20
const ZERO = 0x30
const COLON = 0x3a
const OPENING = 0x5b
const CLOSING = 0x5d
const NEWLINE = 0x0a

/** As many digits as are exact in a double. */
const EXACT_DIGITS = 15

/** Least and most digits of a device's major and minor. */
const DEVICE_DIGITS = 2
const MOST_DEVICE_DIGITS = 8

/** Four newlines, four blanks, and what the test for a zero byte in a word needs. */
const NEWLINES = 0x0a0a0a0a
const BLANKS = 0x20202020
const ONES = 0x01010101
const HIGH_BITS = 0x80808080

/** Reads what follows the offset in a line that a kernel printed: device, inode and name. */
export class FileFields {
  major = 0
  minor = 0
  inodeHigh = 0
  inodeLow = 0
  /** Where the name begins; `to` for none. */
  nameFrom = 0
  /** Where the newline is. */
  to = 0

  /**
   * Reads the line on from the blank at `from`, its name expected at `column` (0: no name); false when a kernel spaces none so,
   * or the name may go on in the next line. `from` is far enough from `to` for all that stands before a name.
   */
  read(bytes: Uint8Array, view: DataView, from: number, to: number, column: number): boolean {
    let at = from + 1
    let value = 0
    for (; ; at++) {
      const digit = HEX[bytes[at] as number] as number
      if (!(digit < 16)) break
      value = (value << 4) | digit
    }
    if (bytes[at] !== COLON || !isDevice(bytes, from + 1, at)) return false
    this.major = value >>> 0
    const minorFrom = ++at
    value = 0
    for (; ; at++) {
      const digit = HEX[bytes[at] as number] as number
      if (!(digit < 16)) break
      value = (value << 4) | digit
    }
    if (bytes[at] !== BLANK || !isDevice(bytes, minorFrom, at)) return false
    this.minor = value >>> 0
    const inodeFrom = ++at
    value = 0
    for (; ; at++) {
      const digit = (bytes[at] as number) - ZERO
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
    }
    const digits = at - inodeFrom
    if (digits === 0 || digits > EXACT_DIGITS || (digits > 1 && bytes[inodeFrom] === ZERO)) return false
    if (bytes[at] !== BLANK) return false
    this.inodeHigh = value > 0xffffffff ? (value / 0x100000000) >>> 0 : 0
    this.inodeLow = value >>> 0
    if (bytes[at + 1] === NEWLINE) {
      this.nameFrom = at + 1
      this.to = at + 1
      return true
    }
    return this.#name(bytes, view, at + 1, to, column)
  }

  /** Reads the name, which is preceded by a blank at least. */
  #name(bytes: Uint8Array, view: DataView, from: number, to: number, column: number): boolean {
    // What is as long as the column is rare, and tells dialects apart.
    if (from >= column || column >= to) return false
    let at = from
    for (const last = column - 4; at <= last; at += 4) if (view.getInt32(at) !== BLANKS) return false
    for (; at < column; at++) if (bytes[at] !== BLANK) return false
    // A name may begin with blanks, but does not consist of them.
    while (at < to && bytes[at] === BLANK) at++
    if (at === to || bytes[at] === NEWLINE) return false
    for (const last = to - 4; at <= last; at += 4) {
      const zeroed = view.getInt32(at) ^ NEWLINES
      if (((zeroed - ONES) & ~zeroed & HIGH_BITS) !== 0) break
    }
    while (at < to && bytes[at] !== NEWLINE) at++
    if (at === to || (bytes[column] === OPENING && bytes[at - 1] !== CLOSING)) return false
    this.nameFrom = column
    this.to = at
    return true
  }
}

/** True when there are as many digits as kernels print of one half of a device, and a 32-bit number holds. */
function isDevice(bytes: Uint8Array, from: number, to: number): boolean {
  const digits = to - from
  return digits === DEVICE_DIGITS || (digits > DEVICE_DIGITS && digits <= MOST_DEVICE_DIGITS && bytes[from] !== ZERO)
}
