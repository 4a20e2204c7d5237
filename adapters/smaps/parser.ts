import type { LineParser, Sink } from '../../src/adapter.js'
import { startsWith } from '../../src/scan/cursor.js'
import { MapsParser } from '../maps/parser.js'
import { CounterBlock } from './counter-block.js'
import { HEADER_DIALECTS, headerDialect } from './dialects.js'
import { FieldReader } from './field-reader.js'
import { endOfKnownFlags } from './flags-line.js'
import { FLAGS_LINE } from './layout.js'
import { LayoutNode } from './layout-tree.js'
import { isField, labelEnd, looksLikeHeader, opensWithRange, skipSpaces } from './line-shape.js'
import { isRollupHeader } from './rollup.js'

const NEWLINE = 0x0a

/**
 * Reads `/proc/PID/smaps` and `smaps_rollup`: a header as in maps, then a line a counter, then the vmFlags.
 *
 * Advice to the next reader: records of one text are laid out alike, so their lines are first read as those that stood at their
 * places in the record before, the counters at once; only when that fails does the FieldReader look at a line closely.
 */
export class SmapsParser implements LineParser {
  readonly #maps: MapsParser
  readonly #fields: FieldReader
  readonly #header: LayoutNode = new LayoutNode()
  /** How far the open record has come; undefined while there is none. */
  #node: LayoutNode | undefined
  /** True while every record is one of smaps_rollup. */
  #isRollup = true

  constructor(
    readonly sink: Sink,
    dialect?: string,
  ) {
    this.#maps = new MapsParser(sink, dialect === undefined ? undefined : headerDialect(dialect), HEADER_DIALECTS)
    this.#fields = new FieldReader(sink)
  }

  /** Reads what the record before foretells: counters, the vmFlags, or the header of the next one. */
  ahead(bytes: Uint8Array, from: number, to: number): number {
    const node = this.#node
    if (node === undefined) return -1
    const { likely } = node
    if (likely === undefined) return node.layoutId < 0 ? -1 : this.#headerAhead(bytes, from, to)
    if (likely.line === FLAGS_LINE) return this.#flagsAhead(likely, bytes, from, to)
    node.block ??= CounterBlock.below(node)
    const { block } = node
    const count = block === undefined ? 0 : block.read(bytes, from, to)
    if (block === undefined || count === 0) return -1
    this.sink.counters(block.columns, block.values, count)
    this.#node = block.nodes[count - 1]
    return block.end - 1
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    if (opensWithRange(bytes, from, to)) this.#open(bytes, from, to)
    else if (isField(bytes, from, to) || !this.#continues(bytes, from, to)) this.#other(bytes, from, to)
  }

  end(): void {
    this.#close()
    this.#maps.end()
  }

  /** Reads a header as kernels print it, once it is known that the text is no rollup. */
  #headerAhead(bytes: Uint8Array, from: number, to: number): number {
    const newline = this.#isRollup ? -1 : this.#maps.foresee(bytes, from, to, 1)
    if (newline < 0) return -1
    this.#close()
    this.#maps.take(bytes)
    this.#node = this.#header
    return newline
  }

  /** Reads the line of the vmFlags, where no new code is among them. */
  #flagsAhead(next: LayoutNode, bytes: Uint8Array, from: number, to: number): number {
    const codesFrom = from + FLAGS_LINE.before.length
    if (!startsWith(bytes, from, to, FLAGS_LINE.before)) return -1
    const newline = endOfKnownFlags(bytes, codesFrom, to)
    if (newline === to || bytes[newline] !== NEWLINE) return -1
    this.sink.part()
    this.sink.vmFlags(bytes, codesFrom, newline === codesFrom ? newline : newline - 1)
    this.#node = next
    return newline
  }

  /** Reads a line that goes on with a name: that of the header, or the one that Android repeats below it. */
  #continues(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#node === this.#header) return this.#maps.continues(bytes, from, to)
    return this.#fields.continues(bytes, from, to)
  }

  #open(bytes: Uint8Array, from: number, to: number): void {
    this.#close()
    if (this.#maps.region(bytes, from, to)) {
      this.#node = this.#header
      if (this.#isRollup) this.#tellDialect(isRollupHeader(bytes, from, to))
    } else {
      this.sink.reject()
    }
  }

  /** A text is smaps_rollup when all its records are. */
  #tellDialect(isRollup: boolean): void {
    const { sink } = this
    if (isRollup) sink.dialect(this.#maps.isNarrow ? 'rollup-32bit' : 'rollup')
    else sink.dialect(this.#maps.dialect)
    this.#isRollup = isRollup
  }

  /** Ends the open record: from here its layout is known. */
  #close(): void {
    const node = this.#node
    if (node === undefined) return
    this.#fields.close()
    if (node.layoutId < 0) node.layoutId = this.sink.addLayout(node.layout())
    this.sink.layout(node.layoutId)
    this.#node = undefined
  }

  /** Reads a line that is neither foretold nor a header. */
  #other(bytes: Uint8Array, from: number, to: number): void {
    const { sink } = this
    const first = skipSpaces(bytes, from, to)
    const colon = labelEnd(bytes, first, to)
    if (first === to) {
      sink.footer()
    } else if (colon >= 0) {
      if (!this.#field(bytes, from, to, first, colon)) sink.reject()
    } else if (looksLikeHeader(bytes, first, to)) {
      this.#open(bytes, from, to)
    } else {
      sink.report('unrecognised-line', bytes, from, to, first, to)
      sink.reject()
    }
  }

  /** Reads a line with a label; false when it is kept out. */
  #field(bytes: Uint8Array, from: number, to: number, labelFrom: number, colon: number): boolean {
    if (this.#node === undefined) {
      this.sink.report('orphan-counter', bytes, from, to, labelFrom, colon)
      return false
    }
    const node = this.#fields.read(this.#node, bytes, from, to, labelFrom, colon)
    if (node !== undefined) this.#node = node
    return node !== undefined
  }
}
