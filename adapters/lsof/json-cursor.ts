const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** What may follow a backslash, but for `u`. */
const ESCAPES: ReadonlySet<number> = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)))
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const HEX = /^[0-9a-fA-F]{4}$/

/** The longest number or word that is looked at. */
const WORD_BYTES = 400

/** A value in a JSON text, by its bounds; those of a string lie between its quotes. */
export interface JsonValue {
  readonly kind: 'string' | 'word' | 'nested'
  readonly from: number
  readonly to: number // exclusive
}

/**
 * Goes through a JSON text byte by byte: names in lsof's JSON need not be UTF-8, which JSON.parse wants.
 *
 * Every reader gives false or undefined at a fault, and `at` then stands on the first byte that no JSON has there. Nothing
 * recurses, for a hostile text may nest a million deep.
 */
export class JsonCursor {
  /** Index of the next byte. */
  at = 0

  constructor(readonly bytes: Uint8Array) {}

  /** Goes past blanks and newlines. */
  blanks(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.at += 1
    }
  }

  /** True when the next value is an object, or with `[` an array. */
  opens(bracket: '{' | '['): boolean {
    this.blanks()
    return this.bytes[this.at] === (bracket === '{' ? OPEN_OBJECT : OPEN_ARRAY)
  }

  /** Reads an object; `read` takes the value of each key in turn. */
  members(read: (key: JsonValue) => boolean): boolean {
    return this.#each(CLOSE_OBJECT, () => {
      const key = this.#key()
      return key !== undefined && read(key)
    })
  }

  /** Reads an array; `read` takes each element in turn. */
  elements(read: () => boolean): boolean {
    return this.#each(CLOSE_ARRAY, read)
  }

  /** Reads a value of any kind. */
  value(): JsonValue | undefined {
    this.blanks()
    const from = this.at
    const first = this.bytes[from]
    if (first === QUOTE) return this.#string()
    const nested = first === OPEN_OBJECT || first === OPEN_ARRAY
    if (!(nested ? this.#skip() : this.#word())) return undefined
    return { kind: nested ? 'nested' : 'word', from, to: this.at }
  }

  #each(close: number, read: () => boolean): boolean {
    this.at += 1
    this.blanks()
    if (this.bytes[this.at] === close) {
      this.at += 1
      return true
    }
    for (;;) {
      this.blanks()
      if (!read()) return false
      this.blanks()
      const byte = this.bytes[this.at]
      if (byte !== COMMA && byte !== close) return false
      this.at += 1
      if (byte === close) return true
    }
  }

  /** Goes past an array or object. */
  #skip(): boolean {
    const { bytes } = this
    const closing: number[] = []
    for (;;) {
      this.blanks()
      const first = bytes[this.at]
      if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
        const close = first === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY
        this.at += 1
        this.blanks()
        if (bytes[this.at] !== close) {
          closing.push(close)
          if (close === CLOSE_OBJECT && this.#key() === undefined) return false
          continue
        }
        this.at += 1
      } else if (first === QUOTE ? this.#string() === undefined : !this.#word()) return false
      for (;;) {
        const close = closing[closing.length - 1]
        if (close === undefined) return true
        this.blanks()
        const byte = bytes[this.at]
        if (byte !== COMMA && byte !== close) return false
        this.at += 1
        if (byte === close) closing.pop()
        else if (close === CLOSE_OBJECT && this.#key() === undefined) return false
        else break
      }
    }
  }

  #key(): JsonValue | undefined {
    this.blanks()
    const key = this.bytes[this.at] === QUOTE ? this.#string() : undefined
    if (key === undefined) return undefined
    this.blanks()
    if (this.bytes[this.at] !== COLON) return undefined
    this.at += 1
    return key
  }

  #string(): JsonValue | undefined {
    const { bytes } = this
    const from = this.at + 1
    for (let at = from; ; at++) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        this.at = at + 1
        return { kind: 'string', from, to: at }
      }
      const escaped = byte === BACKSLASH
      if (byte === undefined || byte < 0x20 || (escaped && !this.#isEscape(at + 1))) {
        this.at = at
        return undefined
      }
      if (escaped) at += 1
    }
  }

  #isEscape(at: number): boolean {
    const byte = this.bytes[at]
    if (byte !== 0x75) return byte !== undefined && ESCAPES.has(byte)
    return HEX.test(String.fromCharCode(...this.bytes.subarray(at + 1, at + 5)))
  }

  #word(): boolean {
    const { bytes } = this
    const last = Math.min(bytes.length, this.at + WORD_BYTES)
    let at = this.at
    while (at < last && isWordByte(bytes[at] as number)) at++
    if (!WORD.test(String.fromCharCode(...bytes.subarray(this.at, at)))) return false
    this.at = at
    return true
  }
}

/** True for the bytes of numbers and of `true`, `false`, `null`. */
function isWordByte(byte: number): boolean {
  const letter = byte | 0x20
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (letter >= 0x61 && letter <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  )
}
