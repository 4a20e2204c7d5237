import type { LineParser, Sink } from '../../src/adapter.js'
import { isSmapsField } from '../../src/kernel/smaps-fields.js'
import { Cursor } from '../../src/scan/cursor.js'
import { frameText, isForeignHeading, isRule, isTotals, narrowHeading } from './frame.js'
import { layoutOf } from './layout.js'
import { NarrowRows } from './narrow.js'
import type { Rows } from './rows.js'
import { WideRows } from './wide.js'

const BLANK = 0x20
const COLON = 0x3a

/**
 * Reads what pmap prints: one block a process, each opened by a `PID:   command` line.
 *
 * Advice to the next reader: the shape of a block's rows is settled once, by its heading, or by its first row where -q or
 * the default mode leaves the heading out. A block that is not ours (another pmap's, another language's) and whatever
 * follows a block's totals is closed: none of its lines is read as a row until the next process begins.
 */
export class PmapParser implements LineParser {
  readonly #cursor: Cursor = new Cursor()
  #rows: Rows | undefined
  #isClosed = false
  #isNamed = false

  constructor(
    readonly sink: Sink,
    /** The dialect that the caller names; it only counts where the text does not tell. */
    readonly told?: string,
  ) {}

  line(bytes: Uint8Array, from: number, to: number): void {
    const rows = this.#isClosed ? undefined : this.#rows
    if (rows?.row(bytes, from, to)) return
    if (this.#process(bytes, from, to) || this.#frame(bytes, from, to)) return
    if (this.#isClosed) this.#refuse(bytes, from, to)
    else if (rows === undefined) this.#firstRow(bytes, from, to)
    else this.#refuseRow(rows, bytes, from, to)
  }

  end(): void {}

  /** Reads `PID:   command`; a line that begins so in another way opens a block of another program. */
  #process(bytes: Uint8Array, from: number, to: number): boolean {
    const cursor = this.#cursor
    if (!cursor.decimal(bytes, from, to) || cursor.at >= to || bytes[cursor.at] !== COLON) return false
    const at = cursor.at
    this.#rows = undefined
    const isOurs = bytes[at + 1] === BLANK && bytes[at + 2] === BLANK && bytes[at + 3] === BLANK && at + 3 < to
    this.#isClosed = !isOurs || cursor.high !== 0
    if (this.#isClosed) {
      this.#refuse(bytes, from, to)
      return true
    }
    // Rows whose process nobody named must not become this one's.
    if (!this.#isNamed && this.sink.length > 0) this.sink.process()
    this.#isNamed = true
    this.sink.process({ pid: cursor.number(), cmdline: bytes.slice(at + 4, to) })
    this.sink.heading()
    return true
  }

  /** Reads a heading, a rule or totals. */
  #frame(bytes: Uint8Array, from: number, to: number): boolean {
    const { sink } = this
    const text = frameText(bytes, from, to)
    if (text === undefined) return false
    if (isRule(text)) {
      sink.footer()
      return true
    }
    if (isTotals(text)) {
      sink.footer()
      this.#isClosed = true
      return true
    }
    if (this.#isClosed) return false
    const narrow = narrowHeading(text)
    const layout = narrow === undefined ? layoutOf(text) : undefined
    if (narrow !== undefined) this.#rows = new NarrowRows(sink, narrow)
    else if (layout !== undefined) this.#rows = new WideRows(sink, layout)
    else {
      this.#isClosed = this.#rows === undefined && isForeignHeading(text)
      return false
    }
    sink.dialect(narrow ?? (layout?.dialect as string))
    if (layout?.dialect === 'XX' && !layout.hasFlags) sink.silent('vmFlags')
    for (const name of layout?.names ?? []) {
      if (isSmapsField(name)) continue
      const at = from + text.indexOf(` ${name} `) + 1
      sink.report('unknown-column', bytes, from, to, at, at + name.length, name)
    }
    sink.heading()
    return true
  }

  /** Settles the shape of a block without a heading by the first row that fits one. */
  #firstRow(bytes: Uint8Array, from: number, to: number): void {
    const { sink } = this
    let nearest: Rows | undefined
    for (const rows of [
      new NarrowRows(sink, 'default'),
      new NarrowRows(sink, 'x'),
      new NarrowRows(sink, 'd'),
      new WideRows(sink, undefined, this.told),
    ]) {
      if (rows.row(bytes, from, to)) {
        this.#rows = rows
        sink.dialect(rows.dialect)
        if (rows.dialect === 'XX' && !(rows as WideRows).hasFlags) sink.silent('vmFlags')
        return
      }
      if (nearest === undefined || rows.faultFrom > nearest.faultFrom || rows.foreign) nearest = rows
      if (rows.foreign) break
    }
    this.#refuseRow(nearest as Rows, bytes, from, to)
  }

  #refuseRow(rows: Rows, bytes: Uint8Array, from: number, to: number): void {
    this.#isClosed = rows.foreign
    rows.refuse(bytes, from, to)
  }

  #refuse(bytes: Uint8Array, from: number, to: number): void {
    this.sink.report('unrecognised-line', bytes, from, to, from, to)
    this.sink.reject()
  }
}
