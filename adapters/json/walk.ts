const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/
const ESCAPE = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/
const ascii = new TextDecoder('latin1')
const strict = new TextDecoder('utf-8', { fatal: true })

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[]

/** An array or object that is being read. */
interface Frame {
  readonly array: boolean
  index: number
  keyFrom: number
  keyTo: number
}

/**
 * Walks a JSON text and knows where each value stands, which JSON.parse does not tell.
 *
 * Advice to the next reader: there is no recursion, for a hostile text may nest a million deep. The walk checks the whole
 * grammar, so that a text it passes is one that JSON.parse takes; it makes no values.
 */
export class JsonWalk {
  readonly #frames: Frame[] = []
  #at = 0

  constructor(readonly bytes: Uint8Array) {}

  /** Calls `value` with the place of each value's first byte; gives the place of the first fault, or −1. */
  run(from: number, value: (at: number) => void): number {
    this.#at = from
    for (;;) {
      this.#blanks()
      value(this.#at)
      const opened = this.#value()
      if (opened === undefined) return this.#at
      if (opened) continue
      if (!this.#next()) return this.#at
      if (this.#frames.length === 0) return this.#at === this.bytes.length ? -1 : this.#at
    }
  }

  /** How many arrays and objects are around the value. */
  get depth(): number {
    return this.#frames.length
  }

  /** The way to the value; made on demand. */
  path(): Path {
    return this.#frames.map(({ array, index, keyFrom, keyTo }) =>
      array ? index : ascii.decode(this.bytes.subarray(keyFrom, keyTo)),
    )
  }

  /** The last step of the way when it is an index, or −1. */
  get index(): number {
    const frame = this.#frames[this.#frames.length - 1]
    return frame?.array ? frame.index : -1
  }

  /** Reads a value, or opens it: true when a value follows inside, undefined at a fault. */
  #value(): boolean | undefined {
    const { bytes } = this
    const first = bytes[this.#at]
    if (first === OPEN_ARRAY || first === OPEN_OBJECT) {
      const array = first === OPEN_ARRAY
      this.#at += 1
      this.#blanks()
      if (bytes[this.#at] === (array ? CLOSE_ARRAY : CLOSE_OBJECT)) {
        this.#at += 1
        return false
      }
      this.#frames.push({ array, index: 0, keyFrom: 0, keyTo: 0 })
      return array || this.#key() ? true : undefined
    }
    return (first === QUOTE ? this.#string() : this.#word()) ? false : undefined
  }

  /** Goes on behind a value, closing what ends there; true at the next value or at the end. */
  #next(): boolean {
    const { bytes } = this
    for (;;) {
      this.#blanks()
      const frame = this.#frames[this.#frames.length - 1]
      if (frame === undefined) return true
      const byte = bytes[this.#at]
      if (byte === COMMA) {
        this.#at += 1
        frame.index += 1
        this.#blanks()
        return frame.array || this.#key()
      }
      if (byte !== (frame.array ? CLOSE_ARRAY : CLOSE_OBJECT)) return false
      this.#at += 1
      this.#frames.pop()
    }
  }

  #key(): boolean {
    const frame = this.#frames[this.#frames.length - 1] as Frame
    frame.keyFrom = this.#at + 1
    if (this.bytes[this.#at] !== QUOTE || !this.#string()) return false
    frame.keyTo = this.#at - 1
    this.#blanks()
    if (this.bytes[this.#at] !== COLON) return false
    this.#at += 1
    return true
  }

  #string(): boolean {
    const { bytes } = this
    const from = this.#at
    let text = true
    for (let at = from + 1; ; at++) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        const good = text || isText(bytes.subarray(from, at))
        if (good) this.#at = at + 1
        return good
      }
      if (byte === undefined || byte < 0x20) {
        this.#at = at
        return false
      }
      if (byte >= 0x80) text = false
      if (byte !== BACKSLASH) continue
      if (!ESCAPE.test(ascii.decode(bytes.subarray(at + 1, at + 6)))) {
        this.#at = at
        return false
      }
      at += 1
    }
  }

  #word(): boolean {
    const { bytes } = this
    let at = this.#at
    while (isWordByte(bytes[at])) at++
    const word = at - this.#at > 400 ? '' : ascii.decode(bytes.subarray(this.#at, at))
    if (word !== 'true' && word !== 'false' && word !== 'null' && !NUMBER.test(word)) return false
    this.#at = at
    return true
  }

  #blanks(): void {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.#at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.#at += 1
    }
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** True for the bytes of numbers and of `true`, `false`, `null`. */
function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x45
  )
}
