import type { Sink } from '../../src/adapter.js'
import { isSmapsField, isTextField } from '../../src/kernel/smaps-fields.js'
import { UNITLESS_COUNTERS } from '../../src/model/counters.js'
import { Cursor } from '../../src/scan/cursor.js'
import { CounterReader, NO_MATCH } from './counter-line.js'
import { FlagsReader } from './flags-reader.js'
import { KnownLines } from './known-lines.js'
import type { CounterLine } from './layout.js'
import type { LayoutNode } from './layout-tree.js'
import { skipDigits, skipSpaces, trimSpaces } from './line-shape.js'
import { OpenText } from './open-text.js'

/** How many names that no kernel prints become columns; one costs memory in every row, so further ones are kept as text. */
export const MOST_NEW_COUNTERS = 64

const ZERO = 0x30
const ascii = new TextDecoder('latin1')

/**
 * Reads the lines below a header that the record before did not foretell: the first of each kind, and odd ones.
 *
 * `test/reference/smaps.ts` is the same reader as one regular expression, for what kernels print.
 */
export class FieldReader {
  readonly #lines: KnownLines = new KnownLines()
  readonly #flags: FlagsReader
  readonly #text: OpenText
  readonly #cursor: Cursor = new Cursor()
  readonly #counter: CounterReader = new CounterReader()
  /** What was noted, for each is said once a text: names that no kernel prints, and odd spacings. */
  readonly #noted: Set<string | CounterLine> = new Set()
  readonly #newCounters: Set<string> = new Set()

  constructor(readonly sink: Sink) {
    this.#flags = new FlagsReader(sink, this.#lines)
    this.#text = new OpenText(sink)
  }

  /**
   * Reads the line `bytes[from, to)` with the label `bytes[nameFrom, colon)` in a record that has come as far as `node`;
   * gives how far the record has come then, or undefined when the line is kept out.
   */
  read(
    node: LayoutNode,
    bytes: Uint8Array,
    from: number,
    to: number,
    nameFrom: number,
    colon: number,
  ): LayoutNode | undefined {
    const { sink } = this
    const name = ascii.decode(bytes.subarray(nameFrom, colon))
    if (name === 'VmFlags') return this.#flags.read(node, bytes, from, to, colon)

    const isKnown = isSmapsField(name)
    const valueFrom = skipSpaces(bytes, colon + 1, to)
    const digitsTo = skipDigits(bytes, valueFrom, to)
    if (this.#isNumber(name, bytes, valueFrom, digitsTo, to) && (isKnown || this.#hasRoom(name))) {
      const column = sink.counterColumn(name)
      if (column.has(sink.length - 1)) {
        sink.report('duplicate-counter', bytes, from, to, nameFrom, colon, name)
        return undefined
      }
      if (!isKnown) this.#noteField(name, bytes, from, to, nameFrom, colon)
      sink.part()
      sink.counter(column, this.#cursor.number())
      return node.step(this.#lineOf(name, isKnown, bytes, from, to, colon, digitsTo), column)
    }
    if (isKnown) {
      sink.report('bad-counter', bytes, from, to, valueFrom, trimSpaces(bytes, valueFrom, to), name)
      return undefined
    }
    if (!isTextField(name)) this.#noteField(name, bytes, from, to, nameFrom, colon)
    sink.part()
    sink.personal('pathname', bytes, valueFrom, to)
    this.#text.begin(bytes.slice(nameFrom, colon), bytes.slice(valueFrom, to))
    return node.step(this.#lines.text(bytes.slice(from, valueFrom)))
  }

  /** Reads the line as more of the text above it; false when that is whole. */
  continues(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#text.continues(bytes, from, to)
  }

  /** Ends the record: what is kept as text is whole. */
  close(): void {
    this.#text.end()
  }

  /** True when the digits, left in the cursor, are exact in a double and have the unit that the table gives the name. */
  #isNumber(name: string, bytes: Uint8Array, digitsFrom: number, digitsTo: number, to: number): boolean {
    if (!this.#cursor.decimal(bytes, digitsFrom, digitsTo)) return false
    if (this.#cursor.number() > Number.MAX_SAFE_INTEGER) return false
    const unitFrom = skipSpaces(bytes, digitsTo, to)
    const unit = ascii.decode(bytes.subarray(unitFrom, trimSpaces(bytes, unitFrom, to)))
    return unit === (UNITLESS_COUNTERS.has(name) ? '' : 'kB')
  }

  #hasRoom(name: string): boolean {
    if (this.#newCounters.size < MOST_NEW_COUNTERS) this.#newCounters.add(name)
    return this.#newCounters.has(name)
  }

  /** The line's spacing: the one of a kernel that gives these bytes, else all that stands around the number. */
  #lineOf(
    name: string,
    isKnown: boolean,
    bytes: Uint8Array,
    from: number,
    to: number,
    colon: number,
    digitsTo: number,
  ): CounterLine {
    const line = this.#lines.ofCounter(name).find((known) => this.#counter.read(known, bytes, from, to) !== NO_MATCH)
    if (line !== undefined) return line
    // Leading zeros count as spacing; the last digit is the number's even when it is a zero.
    let numberFrom = skipSpaces(bytes, colon + 1, to)
    while (numberFrom < digitsTo - 1 && bytes[numberFrom] === ZERO) numberFrom++
    const odd = this.#lines.oddCounter(name, bytes.slice(from, numberFrom), bytes.slice(digitsTo, to))
    if (isKnown && !this.#noted.has(odd)) {
      this.#noted.add(odd)
      this.sink.report('odd-spacing', bytes, from, to, colon + 1, numberFrom, name)
    }
    return odd
  }

  #noteField(name: string, bytes: Uint8Array, from: number, to: number, nameFrom: number, colon: number): void {
    if (this.#noted.has(name)) return
    this.#noted.add(name)
    this.sink.report('unknown-field', bytes, from, to, nameFrom, colon, name)
  }
}
