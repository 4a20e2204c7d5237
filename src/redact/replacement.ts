import { latin1 } from '../model/pathname.js'
import { Alphabet } from './alphabet.js'
import { highByte } from './high-byte.js'
import { isKept, keptAtEnd, keptIn } from './kept-names.js'
import type { KeyedHash } from './keyed-order.js'

const BACKSLASH = 0x5c
const CARET = 0x5e
const BLANK = 0x20
const SLASH = 0x2f

/** What the kernel puts behind the name of an unlinked file. */
const DELETED = bytesOf('(deleted)')

/** What the kernel prints for a newline in a name. */
const NEWLINE = bytesOf('\\012')

/**
 * Replaces names and words by tokens of the same length: equal words become equal tokens, the beginning of a word the
 * beginning of its token.
 *
 * Advice to the next reader: tools cut, clean and escape names in ways of their own, so a byte's token may depend on nothing
 * that one of them changes: not on what follows, not on the bytes that are shown as `?`, and not on `^A` and `\012`, which
 * may each stand for one byte. Every kind of byte that means something to a tool stays of its kind.
 */
export class Replacement {
  readonly #alphabet: Alphabet
  readonly #known: Map<string, Uint8Array> = new Map()

  constructor(hash: KeyedHash) {
    this.#alphabet = new Alphabet(hash)
  }

  /** The token of a name, a path, or words with blanks or NULs between them; it is as long as they are. */
  of(name: Uint8Array): Uint8Array {
    const key = latin1(name)
    let token = this.#known.get(key)
    if (token === undefined) {
      token = this.#make(name)
      this.#known.set(key, token)
    }
    return token
  }

  #make(name: Uint8Array): Uint8Array {
    // slice of a Buffer would be a view.
    const token = Uint8Array.from(name)
    if (isKept(name)) return token
    const end = name.length - keptAtEnd(name)
    for (let from = 0; from <= end; ) {
      const slash = name.indexOf(SLASH, from)
      const to = slash < 0 || slash > end ? end : slash
      this.#part(name, from, to, token)
      from = to + 1
    }
    return token
  }

  /** Replaces what lies between two slashes. */
  #part(name: Uint8Array, from: number, to: number, token: Uint8Array): void {
    const part = name.subarray(from, to)
    /** The letters and digits of the word so far. */
    let word = ''
    let deleted = -1
    let newline = 0
    let caret = false
    for (let at = keptIn(part); at < part.length; at++) {
      const byte = part[at] as number
      if (byte === BLANK || byte === 0) {
        word = ''
        deleted = byte === BLANK ? 0 : -1
        newline = 0
        caret = false
        continue
      }
      const expected = deleted > 0 ? DELETED[deleted] : newline > 0 ? NEWLINE[newline] : undefined
      const controls: boolean = caret && byte >= 0x40 && byte < 0x60
      const stays = byte === expected || controls
      if (!stays) {
        token[from + at] =
          byte < 0x80 ? this.#alphabet.plain(byte, word, expected) : highByte(this.#alphabet, part, at, word)
        if (token[from + at] !== byte) word += byte < 0x80 ? String.fromCharCode(byte) : ''
      }
      caret = byte === CARET && !controls
      deleted = deleted >= 0 && byte === DELETED[deleted] ? deleted + 1 : -1
      newline = byte === BACKSLASH ? 1 : newline > 0 && byte === NEWLINE[newline] ? newline + 1 : 0
    }
  }
}

/** The bytes of a text whose characters are below U+0100. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
