import type { Adapter, LineParser, ParseOptions, Source, View } from '../adapter.js'
import { CODES, type DiagnosticCode } from '../report/codes.js'
import { MemmapsError } from '../report/errors.js'
import { explain } from '../report/wording.js'
import { type LineConsumer, LineDriver } from '../scan/lines.js'
import { Unwrapper } from '../scan/unwrapper.js'
import { BARE, HEAD_BYTES, isBare, type Wrapping } from '../scan/wrapping.js'
import { wrappingFor } from './candidates.js'
import { Collector } from './collector.js'

/** Options of `parse` and of a `Reader`. */
export interface ReadOptions extends ParseOptions {
  /** Where the text came from; its name stands before the line number of every finding. */
  readonly source?: Source
  /** True for a text straight from its tool: nothing is taken off its lines, such as a CR that a name ends in. */
  readonly asPrinted?: boolean
  /** Throws at the first error instead of keeping the line out. */
  readonly strict?: boolean
}

/** Reads a text as an adapter's: one view for each process that it names, and at least one. */
export function parse(adapter: Adapter, bytes: Uint8Array, options: ReadOptions = {}): readonly View[] {
  const reader = new Reader(adapter, options)
  reader.push(bytes)
  return reader.end()
}

/** Reads a text that is pushed to it chunk by chunk. */
export class Reader {
  readonly #adapter: Adapter
  readonly #collector: Collector
  readonly #parser: LineParser
  readonly #asPrinted: boolean
  readonly #strict: boolean
  /** The first bytes of the text, until there are enough of them to see what stands around its lines. */
  #head: Uint8Array = new Uint8Array(0)
  #driver: LineDriver | undefined

  constructor(
    adapter: Adapter,
    options: ReadOptions = {},
    /** Makes what gathers the readings, where that is to do more than that. */
    collect: (dialect: string) => Collector = (name) => new Collector(adapter, name, options.source ?? {}),
  ) {
    const dialect = options.dialect ?? (Object.keys(adapter.dialects)[0] as string)
    if (!(dialect in adapter.dialects)) {
      const known = Object.keys(adapter.dialects).join(', ')
      throw new MemmapsError('usage', `${adapter.name} has no dialect ${dialect}`, `use one of: ${known}`)
    }
    this.#adapter = adapter
    this.#asPrinted = options.asPrinted ?? false
    this.#strict = options.strict ?? false
    this.#collector = collect(dialect)
    this.#parser = adapter.open(this.#collector, options)
  }

  /** Reads the next bytes; `left` are those that will come behind them, where somebody knows. */
  push(chunk: Uint8Array, left = 0): void {
    this.#collector.place.left = left
    if (this.#driver !== undefined) {
      this.#driver.push(chunk)
      return
    }
    const head = joinTwo(this.#head, chunk)
    if (head.length < HEAD_BYTES) this.#head = head
    else this.#begin(head).push(head)
  }

  /** Reads the end, and gives the views. */
  end(): readonly View[] {
    if (this.#driver === undefined) this.#begin(this.#head).push(this.#head)
    this.#driver?.end()
    const views = this.#collector.views()
    if (this.#strict) for (const view of views) throwFirstError(view)
    return views
  }

  #begin(head: Uint8Array): LineDriver {
    const { place } = this.#collector
    const wrapping = this.#asPrinted ? BARE : wrappingFor([this.#adapter], head.subarray(0, HEAD_BYTES))
    let consumer: LineConsumer = this.#parser
    if (!isBare(wrapping)) {
      noteWrapping(wrapping, head, this.#collector)
      consumer = new Unwrapper(consumer, place, wrapping)
    }
    this.#driver = new LineDriver(consumer, place)
    return this.#driver
  }
}

/** Says of the first line what stands around it and every other one. */
function noteWrapping(wrapping: Wrapping, head: Uint8Array, collector: Collector): void {
  const { mark, prefix, carriageReturns } = wrapping
  const newline = head.indexOf(0x0a)
  const to = newline < 0 ? head.length : newline
  const note = (code: DiagnosticCode, from: number, until: number): void =>
    collector.report(code, head, 0, to, from, until)
  collector.place.line = 1
  if (mark > 0) note('byte-order-mark', 0, mark)
  if (prefix.length > 0) note(prefix.includes(0x3e) ? 'quoted-lines' : 'indented-lines', mark, mark + prefix.length)
  if (carriageReturns) note('carriage-returns', to - 1, to)
  collector.place.line = 0
}

/** Both, in an array of their own unless the first is empty and the second long. */
function joinTwo(a: Uint8Array, b: Uint8Array): Uint8Array {
  // A Buffer is seen as a plain array: slice of a Buffer would be a view, where readers mean a copy.
  if (a.length === 0 && b.length >= HEAD_BYTES) return new Uint8Array(b.buffer, b.byteOffset, b.byteLength)
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function throwFirstError(view: View): void {
  for (const diagnostic of view.diagnostics) {
    if (CODES[diagnostic.code].severity !== 'error') continue
    throw new MemmapsError(
      'strict',
      explain(diagnostic, view.source.name ?? view.adapter),
      'leave --strict out to read the rest of the text',
    )
  }
}
