const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const LOWER_U = 0x75

/** What may follow a backslash, but for `u`. */
const ESCAPES: ReadonlySet<number> = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)))
const HEX = /^[0-9a-fA-F]{4}$/
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/** The longest number or word that is looked at. */
const WORD_BYTES = 400

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads the strings, numbers and words of a JSON text from its bytes, without making anything: the bounds of what was read
 * last are left in `from` and `to`, the place after it in `at`.
 *
 * Every reader gives false at a fault, and `at` then stands on the first byte that no JSON has there.
 */
export class JsonCursor {
  /** Index of the next byte. */
  at = 0
  /** Where the string, number or word read last begins; a string behind its quote. */
  from = 0
  /** Where it ends; a string before its quote. */
  to = 0 // exclusive

  constructor(
    readonly bytes: Uint8Array,
    /** What strings are made of: UTF-8, as in all JSON, or any bytes, as in what some programs print for JSON. */
    readonly strings: 'text' | 'any bytes',
  ) {}

  /** Goes past blanks and newlines. */
  blanks(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.at += 1
    }
  }

  /** Goes past a byte, if it is the next one. */
  skip(byte: number): boolean {
    if (this.bytes[this.at] !== byte) return false
    this.at += 1
    return true
  }

  /** Reads the key of an object, with its colon. */
  key(): boolean {
    this.blanks()
    if (this.bytes[this.at] !== QUOTE || !this.string()) return false
    this.blanks()
    return this.skip(COLON)
  }

  /** Reads a value that has no others in it. */
  scalar(): boolean {
    return this.bytes[this.at] === QUOTE ? this.string() : this.word()
  }

  /** Reads the string whose quote is the next byte. */
  string(): boolean {
    const { bytes } = this
    const from = this.at + 1
    let plain = this.strings === 'any bytes'
    let ascii = true
    for (let at = from; ; at++) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        plain ||= ascii || isText(bytes.subarray(from, at))
        if (!plain) return false
        this.from = from
        this.to = at
        this.at = at + 1
        return true
      }
      if (byte === undefined || byte < 0x20 || (byte === BACKSLASH && !this.#isEscape(at + 1))) {
        this.at = at
        return false
      }
      if (byte === BACKSLASH) at += 1
      else if (byte >= 0x80) ascii = false
    }
  }

  /** Reads a number, or `true`, `false` or `null`. */
  word(): boolean {
    const { bytes } = this
    const last = Math.min(bytes.length, this.at + WORD_BYTES)
    let at = this.at
    while (at < last && isWordByte(bytes[at] as number)) at++
    if (!WORD.test(String.fromCharCode(...bytes.subarray(this.at, at)))) return false
    this.from = this.at
    this.to = at
    this.at = at
    return true
  }

  #isEscape(at: number): boolean {
    const byte = this.bytes[at]
    if (byte !== LOWER_U) return byte !== undefined && ESCAPES.has(byte)
    return HEX.test(String.fromCharCode(...this.bytes.subarray(at + 1, at + 5)))
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
