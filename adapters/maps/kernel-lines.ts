import { ANONYMOUS, MappingRows, MOST_ROWS, NAMED, SAME_FILE } from '../../src/model/mapping-rows.js'
import { permsCode } from '../../src/model/perms.js'
import { HIGH, LOW } from '../../src/model/words.js'
import { HEX_PAIRS } from '../../src/scan/hex.js'
import { FileFields } from './file-fields.js'
import { toByte, upperHex } from './hex-digits.js'

const BLANK = 0x20
const DASH = 0x2d
const ZERO = 0x30
const NEWLINE = 0x0a

/** More than all that stands before a name, so that a line that begins so far from the end needs no test for it. */
const LONGEST_PREFIX = 128

/** What follows the perms of memory without a file and a name, half of the lines that there are: `00000000 00:00 0 ` + newline. */
const ZEROS = 0x30303030
const ZERO_MAJOR = 0x2030303a
const ZERO_MINOR = 0x30302030
const BLANK_NEWLINE = 0x200a

/** Four letters of perms as a word, by what `permsPlace` makes of them. */
const PERMS_WORDS: Int32Array = new Int32Array(16)
const PERMS_CODES: Uint8Array = new Uint8Array(16)
for (const letters of ['r', '-'].flatMap((r) =>
  ['w', '-'].flatMap((w) => ['xp', '-p', 'xs', '-s'].map((x) => r + w + x)),
)) {
  const [r = 0, w = 0, x = 0, p = 0] = [...letters].map((letter) => letter.charCodeAt(0))
  const word = (r << 24) | (w << 16) | (x << 8) | p
  PERMS_WORDS[permsPlace(word)] = word
  PERMS_CODES[permsPlace(word)] = permsCode(r, w, x, p)
}

/** The rows that are being read: one text is read at a time, and none waits for another. */
const gathered = new MappingRows()

/** A line that stands too near the end of its bytes, with room behind it. */
const alone = new Uint8Array(1 << 13)
const aloneView = new DataView(alone.buffer)

/**
 * Reads lines that kernels print, one after the other, and ends before the first that is not such a line.
 *
 * Advice to the next reader: all the time that reading maps takes is spent in `read`. Four bytes are loaded at a time, the
 * first in the upper bits, and looked up in pairs; whether they were digits is tested once a number. Nothing is stored but
 * in `gathered`. Libraries have four or five lines each, which end alike: so the end of a line is compared with that of
 * the file's line before, and only read where they differ.
 */
export class KernelLines {
  readonly rows: MappingRows = gathered
  /** Where the last row that was read ends: after its newline. */
  at = 0
  /** What the lines showed: if any had no name, had one, or an address with a zero in front. */
  unnamed = false
  named = false
  padded = false
  readonly #file: FileFields = new FileFields()
  /** What was read last. */
  bytes: Uint8Array = alone
  #lent: Uint8Array = alone
  #view: DataView = aloneView

  /** Reads the line `bytes[from, to)`, which may have no newline, and lets `bytes` be where it was read; false when it cannot. */
  readOne(bytes: Uint8Array, from: number, to: number, column: number): boolean {
    if (bytes[to] === NEWLINE && bytes.length - from >= LONGEST_PREFIX) {
      this.read(bytes, from, bytes.length, column, 1)
      return this.at === to + 1
    }
    const size = to - from
    if (size + LONGEST_PREFIX > alone.length) return false
    for (let i = 0; i < size; i++) alone[i] = bytes[from + i] as number
    alone[size] = NEWLINE
    this.read(alone, 0, size + LONGEST_PREFIX, column, 1)
    return this.at === size + 1
  }

  /** Reads lines of `bytes[from, to)` into `rows`; names are expected in that column of the line, or nowhere for 0. */
  read(bytes: Uint8Array, from: number, to: number, column: number, most: number = MOST_ROWS): void {
    const view = this.#viewOf(bytes)
    this.bytes = bytes
    const file = this.#file
    const { words, permsCodes, kinds, majors, minors, nameFroms, nameTos } = gathered
    const last = to - LONGEST_PREFIX
    let count = 0
    let at = from
    // The end of a line: where it begins, before the device, and in which column; and where its newline is.
    let tail = -1
    let tailColumn = 0
    let tailSize = 0
    while (at <= last && count < most) {
      // Nearly all addresses have twelve digits, and some the least there may be.
      let dash = at + 12
      let startHigh: number
      let word: number
      let other: number
      if (bytes[dash] === DASH) {
        word = view.getInt32(at)
        startHigh = ((HEX_PAIRS[word >>> 16] as number) << 8) | (HEX_PAIRS[word & 0xffff] as number)
      } else {
        dash = toByte(bytes, at + 8, DASH)
        startHigh = upperHex(bytes, at, dash - 8)
      }
      if (startHigh < 0) break
      const isPadded = bytes[at] === ZERO
      if (isPadded && dash !== at + 8) break
      word = view.getInt32(dash - 8)
      other = view.getInt32(dash - 4)
      let a = HEX_PAIRS[word >>> 16] as number
      let b = HEX_PAIRS[word & 0xffff] as number
      let c = HEX_PAIRS[other >>> 16] as number
      let d = HEX_PAIRS[other & 0xffff] as number
      const startLow = (a << 24) | (b << 16) | (c << 8) | d
      let wrong = a | b | c | d

      let blank = dash + 13
      let endHigh: number
      if (bytes[blank] === BLANK) {
        word = view.getInt32(dash + 1)
        endHigh = ((HEX_PAIRS[word >>> 16] as number) << 8) | (HEX_PAIRS[word & 0xffff] as number)
      } else {
        blank = toByte(bytes, dash + 9, BLANK)
        endHigh = upperHex(bytes, dash + 1, blank - 8)
      }
      if (endHigh < 0 || (bytes[dash + 1] === ZERO && blank !== dash + 9)) break
      word = view.getInt32(blank - 8)
      other = view.getInt32(blank - 4)
      a = HEX_PAIRS[word >>> 16] as number
      b = HEX_PAIRS[word & 0xffff] as number
      c = HEX_PAIRS[other >>> 16] as number
      d = HEX_PAIRS[other & 0xffff] as number
      const endLow = (a << 24) | (b << 16) | (c << 8) | d
      wrong |= a | b | c | d

      word = view.getInt32(blank + 1)
      const perms = permsPlace(word)
      if (wrong < 0 || PERMS_WORDS[perms] !== word || bytes[blank + 5] !== BLANK) break
      const row = count << 3
      const offset = blank + 6
      word = view.getInt32(offset)
      other = view.getInt32(offset + 4)
      if (
        word === ZEROS &&
        other === ZEROS &&
        view.getInt32(offset + 8) === ZERO_MAJOR &&
        view.getInt32(offset + 12) === ZERO_MINOR &&
        view.getInt16(offset + 16) === BLANK_NEWLINE
      ) {
        words[row + 4] = 0
        words[row + 5] = 0
        words[row + 6] = 0
        words[row + 7] = 0
        kinds[count] = ANONYMOUS
        at = offset + 18
        this.unnamed = true
      } else {
        let offsetTo = offset + 8
        let offsetHigh = 0
        if (bytes[offsetTo] !== BLANK) {
          offsetTo = toByte(bytes, offsetTo, BLANK)
          offsetHigh = upperHex(bytes, offset, offsetTo - 8)
          if (offsetHigh < 0 || bytes[offset] === ZERO) break
          word = view.getInt32(offsetTo - 8)
          other = view.getInt32(offsetTo - 4)
        }
        a = HEX_PAIRS[word >>> 16] as number
        b = HEX_PAIRS[word & 0xffff] as number
        c = HEX_PAIRS[other >>> 16] as number
        d = HEX_PAIRS[other & 0xffff] as number
        if ((a | b | c | d) < 0) break
        if (offsetTo - at === tailColumn && offsetTo + tailSize <= to && areSame(view, offsetTo, tail, tailSize)) {
          kinds[count] = SAME_FILE
        } else {
          if (!file.read(bytes, view, offsetTo, to, column === 0 ? 0 : at + column)) break
          kinds[count] = NAMED
          majors[count] = file.major
          minors[count] = file.minor
          tail = offsetTo
          tailColumn = offsetTo - at
          tailSize = file.to + 1 - offsetTo
          this.unnamed ||= file.nameFrom === file.to
          this.named ||= file.nameFrom !== file.to
        }
        nameFroms[count] = offsetTo + (file.nameFrom - tail)
        nameTos[count] = offsetTo + tailSize - 1
        words[row + 4 + LOW] = (a << 24) | (b << 16) | (c << 8) | d
        words[row + 4 + HIGH] = offsetHigh
        words[row + 6 + LOW] = file.inodeLow
        words[row + 6 + HIGH] = file.inodeHigh
        at = offsetTo + tailSize
      }
      words[row + LOW] = startLow
      words[row + HIGH] = startHigh
      words[row + 2 + LOW] = endLow
      words[row + 2 + HIGH] = endHigh
      permsCodes[count] = PERMS_CODES[perms] as number
      count++
      if (isPadded) this.padded = true
    }
    gathered.count = count
    gathered.at = at
    gathered.left = to - at
    this.at = at
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (bytes === alone) return aloneView
    if (bytes !== this.#lent) {
      this.#lent = bytes
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    return this.#view
  }
}

/** A number below 16 for each four letters of perms, which differ in these bits. */
function permsPlace(word: number): number {
  return ((word >>> 30) & 1) | ((word >>> 21) & 2) | ((word >>> 12) & 4) | ((word & 1) << 3)
}

/** True when the bytes at both places are the same; there are four at least. */
function areSame(view: DataView, one: number, other: number, size: number): boolean {
  const last = size - 4
  for (let i = 0; i < last; i += 4) if (view.getInt32(one + i) !== view.getInt32(other + i)) return false
  return view.getInt32(one + last) === view.getInt32(other + last)
}
