import type { Adapter, Dialect, Facts, ProcessFacts, View } from '../adapter.js'
import { FIELD_NAMES } from '../model/fields.js'
import { MemmapsError } from '../report/errors.js'
import type { AdapterChoice } from './adapter-name.js'
import { type Converted, convert } from './convert.js'
import { Echo } from './echo.js'
import { format, joined } from './format.js'
import { grainOf } from './grain.js'
import { type Loss, lossesBeside, lossesOf } from './loss.js'
import { lossError } from './loss-wording.js'
import { Reader } from './parse.js'
import { selectRows } from './select.js'
import { dialectOf, holdsOneProcess, requireFields, requireWritable, severalProcesses } from './writable.js'

/** How many regions of a view are read back where none is in doubt. */
const SAMPLE = 64

/** A text that says what views say, in the format of an adapter, and what it does not say of them. */
export class Conversion {
  readonly #adapters: readonly Adapter[]
  readonly #dialect: string
  readonly #process: ProcessFacts | undefined
  #bytes: Uint8Array | undefined
  #losses: readonly Loss[] | undefined
  /** The views as the target's adapter can say them. */
  readonly converted: readonly Converted[]

  /**
   * Throws a MemmapsError when the target cannot be written at all, or not from these views. What `facts` know of the process is
   * written beside what the views say of it.
   */
  constructor(
    adapters: readonly Adapter[],
    views: readonly View[],
    readonly target: AdapterChoice,
    facts: Facts = {},
  ) {
    const { adapter } = target
    requireWritable(adapters, adapter)
    this.#adapters = adapters
    this.#dialect = dialectOf(target, views)
    if (views.length > 1 && holdsOneProcess(adapter)) throw severalProcesses(adapter, views)
    // What was read from a text of the dialect can be written as it was, whatever that leaves out.
    const isOther = (view: View): boolean => view.adapter !== adapter.name || view.dialect !== this.#dialect
    for (const view of views) if (isOther(view)) requireFields(adapters, view, target)
    this.converted = views.map((view) => convert(adapters, view, target, facts))
    this.#process = facts.process
  }

  /** What the target is called: its adapter's name, with the dialect where that is not the usual one, and the version. */
  get name(): string {
    const { adapter, version } = this.target
    const named = this.#dialect === Object.keys(adapter.dialects)[0] ? adapter.name : `${adapter.name}:${this.#dialect}`
    return version === undefined ? named : `${named}@${version}`
  }

  /** The bytes of the text, written anew each time; they are read back on the way, so that `losses` is known at their end. */
  *pieces(): Iterable<Uint8Array> {
    this.#losses ??= this.#lossesOfSample()
    if (this.#losses === undefined) this.#losses = yield* this.#heardBack()
    else yield* this.#format(this.converted)
  }

  /** The whole text. */
  get bytes(): Uint8Array {
    this.#bytes ??= joined(this.pieces())
    return this.#bytes
  }

  /** The whole text as a string; bytes of names that are not UTF-8 show as U+FFFD. */
  toString(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes)
  }

  /** What the views say and the text does not, or less exactly. */
  get losses(): readonly Loss[] {
    if (this.#losses === undefined) for (const _ of this.pieces());
    return this.#losses as readonly Loss[]
  }

  /** Throws a MemmapsError when anything is lost; nothing was written then. */
  requireWhole(): void {
    if (this.losses.length > 0) throw lossError(this.losses, this.name, this.#complete())
  }

  #format(converted: readonly Converted[]): Iterable<Uint8Array> {
    const { adapter, dialect } = this.target
    const process = this.#process
    const views = converted.map(({ view }) =>
      process === undefined ? view : { ...view, process: { ...process, ...view.process } },
    )
    const origins = converted.map(({ origin }) => origin)
    return format(adapter, views, dialect === undefined ? { origins } : { origins, dialect })
  }

  /** Writes, and gives what was lost: for a view of mappings without keeping anything of what is read back, as long as that is them. */
  *#heardBack(): Generator<Uint8Array, readonly Loss[]> {
    const [one, ...others] = this.converted
    if (one === undefined || others.length > 0 || one.from !== undefined || this.#summed) {
      return yield* this.#readBack(this.converted)
    }
    const echo = new Echo(this.target.adapter, this.#dialect, one.source.table)
    for (const piece of this.#format(this.converted)) {
      echo.push(piece)
      yield piece
    }
    return echo.end() ? lossesBeside(one.source, this.#about) : ended(this.#readBack(this.converted))
  }

  /** Writes views, reads what was written, and gives what was lost. */
  *#readBack(converted: readonly Converted[]): Generator<Uint8Array, readonly Loss[]> {
    const reader = new Reader(this.target.adapter, { dialect: this.#dialect, asPrinted: true })
    for (const piece of this.#format(converted)) {
      reader.push(piece)
      yield piece
    }
    return lossesOf(converted, reader.end(), this.#about, this.#summed)
  }

  /**
   * What is lost beside the regions, for a dialect that says every field of every region as it is: the laws hold it to that, so
   * that a few regions are read back and not a million. Nothing where it is no such dialect, or is found not to be.
   */
  #lossesOfSample(): readonly Loss[] | undefined {
    const { says, lossy } = this.#about
    if (lossy !== undefined || !FIELD_NAMES.every((field) => says.includes(field))) return undefined
    const [one, ...others] = this.converted.map(({ source }) => source)
    if (one !== undefined && others.length === 0 && isPlain(one)) return []
    const losses = ended(this.#readBack(this.converted.map(sample)))
    return losses.every(({ field }) => field === 'process' || field === 'totals') ? losses : undefined
  }

  /** True for a text of sums that is written of regions. */
  get #summed(): boolean {
    const grain = this.#about.grain ?? this.target.adapter.grain
    return grain === 'process' && this.converted.some(({ source }) => grainOf(this.#adapters, source) !== 'process')
  }

  get #about(): Dialect {
    return this.target.adapter.dialects[this.#dialect] as Dialect
  }

  /** The formats in which nothing of these views would be lost. */
  #complete(): readonly string[] {
    const views = this.converted.map(({ source }) => source)
    return this.#adapters
      .filter((one) => one !== this.target.adapter && one.format !== undefined && this.#loses(one, views) === false)
      .map(({ name }) => name)
  }

  #loses(adapter: Adapter, views: readonly View[]): boolean | undefined {
    try {
      return new Conversion(this.#adapters, views, { adapter }).losses.length > 0
    } catch (error) {
      if (error instanceof MemmapsError) return undefined
      throw error
    }
  }
}

/** True for a view that says nothing beside its regions, of which the first all say something: no such text loses any of it. */
function isPlain({ process, totals, table }: View): boolean {
  const first = table.columns.present.subarray(0, Math.min(SAMPLE, table.length))
  return process === undefined && totals.length === 0 && first.every((bits) => bits !== 0)
}

/** What a generator gives at its end. */
function ended<T>(generator: Generator<unknown, T>): T {
  for (;;) {
    const step = generator.next()
    if (step.done) return step.value
  }
}

/** A conversion of the first regions alone. */
function sample(converted: Converted): Converted {
  const { source, view } = converted
  if (view !== source) return converted
  const rows = Array.from({ length: Math.min(SAMPLE, source.table.length) }, (_, row) => row)
  const first = { ...source, table: selectRows(source.table, rows) }
  return { ...converted, source: first, view: first }
}
