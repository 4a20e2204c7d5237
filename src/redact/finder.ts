import type { Adapter, LineParser, Personal } from '../adapter.js'
import { ANONYMOUS, type MappingRows } from '../model/mapping-rows.js'
import { latin1, sameBytes } from '../model/pathname.js'
import { Collector } from '../ops/collector.js'
import { isMessageWord } from './message-words.js'

/** Bytes of a text that people chose, or a whole line of which nobody could say. */
export interface Find {
  readonly what: Personal | 'line'
  readonly from: number
  readonly to: number // exclusive
}

/** Values that a text may keep for want of a better place: numbers, units, and codes of a letter or two. */
const HARMLESS = /^(?:[^\p{L}]|(?<!\p{L})\p{L}{1,2}(?!\p{L}))*$/u

/** Gathers, besides the readings, where in the text stands what people chose: the parsers know, so there is no second grammar. */
export class Finder extends Collector {
  readonly finds: Find[] = []
  /** True when the text holds something of somebody's, and it cannot be said where. */
  lost = false
  /** What was found so far, for readers that hand over a copy later. */
  readonly #known: Set<string> = new Set()
  #bytes: Uint8Array = new Uint8Array(0)
  #from = 0
  #to = 0 // exclusive
  /** The line of the last find, and the last line that was kept out. */
  #foundOn = 0

  /** A parser that tells this of every line before it reads it, and reads them one by one. */
  watch(parser: LineParser): LineParser {
    const begin = (bytes: Uint8Array, from: number, to: number): void => {
      this.#bytes = bytes
      this.#from = from
      this.#to = to
    }
    return {
      line(bytes, from, to) {
        begin(bytes, from, to)
        parser.line(bytes, from, to)
      },
      end: () => parser.end(),
    }
  }

  override personal(what: Personal, bytes: Uint8Array, from: number, to: number): void {
    this.#found(what, bytes, from, to)
  }

  override returnTo(line: number, byte: number, bytes?: Uint8Array, from?: number, to?: number): void {
    super.returnTo(line, byte)
    if (bytes === undefined) return
    this.#bytes = bytes
    this.#from = from ?? 0
    this.#to = to ?? bytes.length
  }

  override pathname(bytes: Uint8Array, from: number, to: number): void {
    super.pathname(bytes, from, to)
    this.#found('pathname', bytes, from, to)
  }

  override mappings(rows: MappingRows, bytes: Uint8Array): void {
    super.mappings(rows, bytes)
    if (rows.kinds[0] !== ANONYMOUS)
      this.#found('pathname', bytes, rows.nameFroms[0] as number, rows.nameTos[0] as number)
  }

  override extra(name: Uint8Array, value: Uint8Array): void {
    super.extra(name, value)
    const harmless = latin1(name) === 'perms' || latin1(value).split(/\s+/).every(isHarmless)
    if (!harmless) this.#found('command', value, 0, value.length)
  }

  override reject(bytes?: bigint): void {
    super.reject(bytes)
    const { line, byte, indent } = this.place
    if (this.#foundOn === line) return
    this.finds.push({ what: 'line', from: byte + indent, to: byte + indent + (this.#to - this.#from) })
  }

  #found(what: Personal, bytes: Uint8Array, from: number, to: number): void {
    const at = this.#placeOf(bytes, from, to)
    if (at >= 0) {
      const start = this.place.byte + this.place.indent + at
      if (from < to) this.finds.push({ what, from: start, to: start + Math.min(to - from, this.#to - this.#from - at) })
      this.#known.add(latin1(bytes.subarray(from, to)))
      this.#foundOn = this.place.line
    } else if (!this.#isKnown(latin1(bytes.subarray(from, to)))) this.lost = true
  }

  /** True for what was found before, if in several lines. */
  #isKnown(text: string): boolean {
    return text.split('\n').every((part) => part === '' || this.#known.has(part))
  }

  /** Where in the line these bytes stand, from its beginning; −1 when that cannot be told. */
  #placeOf(bytes: Uint8Array, from: number, to: number): number {
    const size = this.#to - this.#from
    const at = bytes.byteOffset + from - (this.#bytes.byteOffset + this.#from)
    if (bytes.buffer === this.#bytes.buffer && at >= 0 && at + to - from <= size) return at
    // A copy is told by its end, which is the line's: of a name that goes on from the line before, all of the line.
    const copy = bytes.subarray(from, to)
    const common = Math.min(size, copy.length)
    const end = this.#bytes.subarray(this.#to - common, this.#to)
    return common > 0 && sameBytes(end, copy.subarray(copy.length - common)) ? size - common : -1
  }
}

function isHarmless(word: string): boolean {
  return HARMLESS.test(word) || isMessageWord(word)
}

/** The adapter, with a parser that tells a Finder of its lines. */
export function watched(adapter: Adapter): Adapter {
  return {
    ...adapter,
    open: (sink, options) => (sink as Finder).watch(adapter.open(sink, options)),
  }
}
