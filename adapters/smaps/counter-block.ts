import type { CounterColumn } from '../../src/model/counters.js'
import { CounterReader, NO_MATCH } from './counter-line.js'
import type { CounterLine } from './layout.js'
import type { LayoutNode } from './layout-tree.js'

const NEWLINE = 0x0a

/** Bytes that are compared at once. */
const WORD = 8

/**
 * The counters that followed on a place in a record, which are read at once where they follow again.
 *
 * Advice to the next reader: nearly every byte of smaps passes here. Most counters of a record are those of the record before,
 * byte for byte, so the text is compared with that one's, and only a line that differs is read. Eight bytes are compared as one
 * double: a line has visible characters alone, and so no double that equals another one, or does not equal itself.
 */
export class CounterBlock {
  readonly columns: readonly CounterColumn[]
  /** The number that each line said last. */
  readonly values: Float64Array
  /** Where the lines that were read last end, newline included. */
  end = 0
  readonly #lines: readonly CounterLine[]
  /** Where the words of each line begin. */
  readonly #words: Uint16Array
  /** The lines as they were read last; the last word of a line ends with it. At first there is none that equals another one. */
  readonly #before: Float64Array
  readonly #counter: CounterReader = new CounterReader()
  #bytes: Uint8Array = new Uint8Array(0)
  #view: DataView = new DataView(this.#bytes.buffer)

  private constructor(
    /** Where each line's step leads. */
    readonly nodes: readonly LayoutNode[],
  ) {
    this.#lines = nodes.map(({ line }) => line as CounterLine)
    this.columns = nodes.map(({ column }) => column as CounterColumn)
    this.values = new Float64Array(nodes.length)
    this.#words = new Uint16Array(nodes.length)
    let words = 0
    for (const [place, { size }] of this.#lines.entries()) {
      this.#words[place] = words
      words += Math.ceil((size + 1) / WORD)
    }
    this.#before = new Float64Array(words).fill(Number.NaN)
  }

  /** The counters that the last record had below a place; undefined where there was none whose number stood in columns. */
  static below(place: LayoutNode): CounterBlock | undefined {
    const nodes: LayoutNode[] = []
    for (let node = place.likely; node !== undefined; node = node.likely) {
      const { line, column } = node
      if (line?.kind !== 'counter' || column === undefined || line.width === 0 || line.size < WORD) break
      nodes.push(node)
    }
    return nodes.length === 0 ? undefined : new CounterBlock(nodes)
  }

  /** Reads the lines at `from` into `values`; gives how many are laid out so and whole before `to`. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const view = this.#viewOf(bytes)
    const lines = this.#lines
    const firsts = this.#words
    const before = this.#before
    const count = lines.length
    let at = from
    let place = 0
    for (; place < count; place++) {
      const last = at + (lines[place] as CounterLine).size + 1 - WORD
      if (last + WORD > to) break
      const start = at
      let word = firsts[place] as number
      while (at < last && view.getFloat64(at, true) === before[word]) {
        at += WORD
        word += 1
      }
      if ((at < last || view.getFloat64(last, true) !== before[word]) && !this.#differs(place, start)) {
        at = start
        break
      }
      at = last + WORD
    }
    this.end = at
    return place
  }

  /** Reads a line that is not as it was last; false when it is laid out in another way. */
  #differs(place: number, from: number): boolean {
    const line = this.#lines[place] as CounterLine
    const end = from + line.size
    const value = this.#bytes[end] === NEWLINE ? this.#counter.read(line, this.#bytes, from, end) : NO_MATCH
    if (value === NO_MATCH) return false
    this.values[place] = value
    const last = end + 1 - WORD
    let word = this.#words[place] as number
    for (let at = from; at < last; at += WORD) this.#before[word++] = this.#view.getFloat64(at, true)
    this.#before[word] = this.#view.getFloat64(last, true)
    return true
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    return this.#view
  }
}
