import type { Adapter, ParseOptions, Source, View } from '../adapter.js'
import { CODES } from '../report/codes.js'
import { MemmapsError } from '../report/errors.js'
import { explain } from '../report/wording.js'
import { LineDriver } from '../scan/lines.js'
import { Collector } from './collector.js'

/** Options of `parse` and `parseChunks`. */
export interface ReadOptions extends ParseOptions {
  /** Where the text came from; its name stands before the line number of every finding. */
  readonly source?: Source
  /** Throws at the first error instead of keeping the line out. */
  readonly strict?: boolean
}

/** Reads a text as an adapter's: one view for each process that it names, and at least one. */
export function parse(adapter: Adapter, bytes: Uint8Array, options: ReadOptions = {}): readonly View[] {
  const reader = new Reader(adapter, options)
  reader.push(bytes)
  return reader.end()
}

/** Reads a text that comes in chunks of any size; the views are those that `parse` gives of the whole. */
export async function parseChunks(
  adapter: Adapter,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<readonly View[]> {
  const reader = new Reader(adapter, options)
  for await (const chunk of chunks) reader.push(chunk)
  return reader.end()
}

/** Reads a text that is pushed to it chunk by chunk. */
export class Reader {
  readonly #collector: Collector
  readonly #driver: LineDriver
  readonly #strict: boolean

  constructor(adapter: Adapter, options: ReadOptions = {}) {
    const dialect = options.dialect ?? (Object.keys(adapter.dialects)[0] as string)
    if (!(dialect in adapter.dialects)) {
      const known = Object.keys(adapter.dialects).join(', ')
      throw new MemmapsError('usage', `${adapter.name} has no dialect ${dialect}`, `use one of: ${known}`)
    }
    this.#strict = options.strict ?? false
    this.#collector = new Collector(adapter, dialect, options.source ?? {})
    const parser = adapter.open(this.#collector, options)
    this.#driver = new LineDriver(parser, this.#collector.place)
  }

  /** Reads the next bytes. */
  push(chunk: Uint8Array): void {
    this.#driver.push(chunk)
  }

  /** Reads the end, and gives the views. */
  end(): readonly View[] {
    this.#driver.end()
    const views = this.#collector.views()
    if (this.#strict) for (const view of views) throwFirstError(view)
    return views
  }
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
