import type { Names } from '../model/names.js'

const PIECE = 1 << 16

/** The first piece is small, and each that follows twice as large: V8 has seen pieces change by the time it compiles what fills them. */
const FIRST_PIECE = 1 << 9

const NOTHING = new Uint8Array(0)

/** Up to here bytes are copied one by one. */
const SHORT = 64

const DIGITS = new TextEncoder().encode('0123456789abcdef')

/** Puts text together in large pieces, number by number, without making a string of any. */
export class ByteWriter {
  #piece: Uint8Array = new Uint8Array(FIRST_PIECE)
  #used = 0
  readonly #done: Uint8Array[] = [NOTHING]

  /** One byte. */
  byte(value: number): void {
    if (this.#used === this.#piece.length) this.#room(1)
    this.#piece[this.#used++] = value
  }

  /** `count` blanks; nothing for a count below one. */
  blanks(count: number): void {
    if (count <= 0) return
    this.#room(count)
    for (let i = 0; i < count; i++) this.#piece[this.#used++] = 0x20
  }

  /** Bytes as they are. */
  bytes(value: Uint8Array): void {
    const { length } = value
    this.#room(length)
    // A loop beats set for the short names there are.
    if (length > SHORT) this.#piece.set(value, this.#used)
    else for (let i = 0, at = this.#used; i < length; i++) this.#piece[at++] = value[i] as number
    this.#used += length
  }

  /** A name, by its number. */
  name(names: Names, id: number): void {
    const size = names.size(id)
    this.#room(size)
    names.copyTo(id, this.#piece, this.#used)
    this.#used += size
  }

  /** ASCII text. */
  ascii(text: string): void {
    this.#room(text.length)
    for (let i = 0; i < text.length; i++) this.#piece[this.#used++] = text.charCodeAt(i)
  }

  /** A 64-bit value in lower-case hex, with zeros in front up to `width`; gives the number of digits. */
  hex(high: number, low: number, width: number): number {
    const digits = high === 0 ? hexDigits(low | 0) : 8 + hexDigits(high | 0)
    const count = Math.max(digits, width)
    this.#room(count)
    let at = this.#used + count
    // As 32 bits with a sign every half is a small integer to V8.
    let rest = low | 0
    for (let i = 0; i < count; i++) {
      if (i === 8) rest = high | 0
      this.#piece[--at] = i < 16 ? (DIGITS[rest & 15] as number) : 0x30
      rest >>>= 4
    }
    this.#used += count
    return count
  }

  /** A 64-bit value in decimal; gives the number of digits. */
  decimal(high: number, low: number): number {
    if (high >= 0x200000) return this.#long((BigInt(high) << 32n) | BigInt(low))
    return this.number(high * 0x100000000 + low)
  }

  /** A whole number below 2^53 in decimal, with blanks in front up to `width`; gives how many bytes that is. */
  number(value: number, width = 1): number {
    let size = width
    if (value >= 10) {
      let digits = 2
      for (let limit = 100; value >= limit; limit *= 10) digits += 1
      if (digits > size) size = digits
    } else if (size < 1) size = 1
    this.#room(size)
    const piece = this.#piece
    const from = this.#used
    let at = from + size
    let rest = value
    while (rest > 0xffffffff) {
      piece[--at] = 0x30 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    do {
      const next = (rest / 10) >>> 0
      piece[--at] = 0x30 + (rest - next * 10)
      rest = next
    } while (rest > 0)
    while (at > from) piece[--at] = 0x20
    this.#used = from + size
    return size
  }

  /** How many bytes were written since the writer was made. */
  get written(): number {
    return this.#done.reduce((size, piece) => size + piece.length, 0) + this.#used
  }

  /** The full pieces so far; what is still being filled stays. */
  *take(): Iterable<Uint8Array> {
    for (const piece of this.#done.splice(0)) if (piece.length > 0) yield piece
  }

  /** Everything that was not taken yet. */
  *finish(): Iterable<Uint8Array> {
    yield* this.take()
    if (this.#used > 0) yield this.#piece.slice(0, this.#used)
    this.#used = 0
  }

  #long(value: bigint): number {
    const text = value.toString()
    this.ascii(text)
    return text.length
  }

  #room(size: number): void {
    if (this.#used + size > this.#piece.length) this.#next(size)
  }

  /** Begins another piece, with room for so many bytes. */
  #next(size: number): void {
    this.#done.push(this.#piece.subarray(0, this.#used))
    this.#piece = new Uint8Array(Math.max(Math.min(this.#piece.length * 2, PIECE), size))
    this.#used = 0
  }
}

function hexDigits(value: number): number {
  return value === 0 ? 1 : 8 - (Math.clz32(value) >>> 2)
}
