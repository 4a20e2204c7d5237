import { adapters } from '../../adapters/index.js'
import type { Adapter, Facts, View } from '../../src/adapter.js'
import { loadCapture } from '../../src/capture/folder.js'
import type { CapturedText, Snapshot } from '../../src/capture/types.js'
import { factsOf, viewOf } from '../../src/library/snapshot-views.js'
import { type Records, recordsOf } from './records.js'

/** A text of a capture that shows regions. */
export interface Text {
  readonly subject: Subject
  readonly captured: CapturedText
  readonly adapter: string
  /** `maps`, `pmap:x`, `lsof:table`. */
  readonly name: string
  readonly latin1: string
  readonly view: View
  readonly records: Records
  readonly pageSize: bigint
}

/** A capture of a process with memory, whose texts can be given faults. */
export class Subject {
  readonly facts: Facts
  readonly texts: readonly Text[]
  /** What the kernel said: the address space behind every text, with counters and without. */
  readonly kernel: readonly Text[]

  /** The names of the views that there are. */
  readonly views: readonly string[]

  constructor(
    readonly name: string,
    readonly snapshot: Snapshot,
  ) {
    this.facts = factsOf(snapshot)
    const texts = snapshot.texts.filter(({ adapter, dialect }) => adapterNamed(adapter) && dialect !== 'rollup')
    this.texts = texts.map((captured) => this.#text(captured)).filter(({ view }) => view.table.length > 0)
    this.views = [...new Set(this.texts.map(({ name }) => name))]
    this.kernel = ['smaps', 'maps'].flatMap((each) => this.texts.find(({ adapter }) => adapter === each) ?? [])
  }

  /** The view of a text with other bytes. */
  read(captured: CapturedText, bytes: Uint8Array): View {
    return viewOf(adapters, this.snapshot, { ...captured, bytes })
  }

  #text(captured: CapturedText): Text {
    const { adapter, dialect, bytes } = captured
    const latin1 = Buffer.from(bytes).toString('latin1')
    const view = this.read(captured, bytes)
    const name = adapter === 'lsof' || adapter === 'pmap' ? `${adapter}:${dialect}` : adapter
    const pageSize = BigInt(this.facts.pageSize ?? 4096)
    return { subject: this, captured, adapter, name, latin1, view, records: recordsOf(latin1, view), pageSize }
  }
}

/** A capture as a subject; undefined for one of a process without memory, or of a single text. */
export function subjectOf(name: string, path: string): Subject | undefined {
  const subject = new Subject(name, loadCapture(path))
  return subject.texts.length < 2 || subject.kernel.length === 0 ? undefined : subject
}

function adapterNamed(name: string): Adapter | undefined {
  return ['maps', 'smaps', 'lsof', 'pmap'].includes(name) ? adapters.find((each) => each.name === name) : undefined
}
