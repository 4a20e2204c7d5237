import type { Sink } from '../../../src/adapter.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { Coverage } from '../reading/coverage.js'
import { FieldsLayout } from '../reading/layout.js'
import { readCount } from '../reading/numbers.js'
import { FileRecord, isMapped } from '../reading/record.js'
import { type FactsInProgress, readProcessField } from './letters.js'

/** The process set and the file set of lsof -F that are being read. */
export class Sets {
  /** The process that file sets belong to; undefined before the first, and after one that could not be read. */
  facts: FactsInProgress | undefined
  /** The file set being read; undefined between a process set and its first file set. */
  record: FileRecord | undefined
  /** True once the text has told a descriptor: from there on a file set without one is damage. */
  descriptors = false
  /** The letters of both sets, as they were read. */
  processLetters = ''
  fileLetters = ''
  /** The number of each layout of the process's files, by its letters. */
  readonly #layouts: Map<string, number> = new Map()
  /** That of the region read last, unless its process has none. */
  #last: FieldsLayout | undefined
  readonly #kept: Map<string, Uint8Array> = new Map()
  readonly #coverage: Coverage = new Coverage()

  constructor(readonly sink: Sink) {}

  /** Begins the process whose pid is `bytes[from, to)`; false when that is no number. */
  beginProcess(bytes: Uint8Array, from: number, to: number): boolean {
    this.endProcess()
    const pid = readCount(bytes, from, to)
    if (pid === undefined) return false
    this.#kept.clear()
    this.#layouts.clear()
    this.#last = undefined
    this.processLetters = 'p'
    // The sink keeps this object, and the lines that follow fill it.
    this.facts = { pid }
    this.sink.process(this.facts)
    return true
  }

  /** Ends the process, and with it the claim that what follows is about it. */
  endProcess(): void {
    this.endFile()
    this.facts = undefined
    this.#coverage.tell(this.sink)
  }

  /** Reads a field of the process; gives the finding when it cannot be read. */
  processField(letter: string, bytes: Uint8Array, from: number, to: number): DiagnosticCode | undefined {
    return this.facts && readProcessField(this.facts, this.#kept, letter, bytes, from, to)
  }

  /** Keeps a value that the model has no field for, for every region of the process. */
  keep(name: string, value: Uint8Array): void {
    this.#kept.set(name, value)
  }

  /** Begins a file set. */
  beginFile(): void {
    this.endFile()
    this.record = new FileRecord()
    this.fileLetters = ''
  }

  /** Forgets the file set: its line was rejected. */
  dropFile(): void {
    this.record = undefined
  }

  /** True when the file set being read is a region, or may be one for want of a descriptor. */
  get mapped(): boolean {
    const descriptor = this.record?.descriptor
    return this.record !== undefined && (descriptor === undefined || isMapped(descriptor))
  }

  /** Ends a look with a line that says so; it is told behind the region before it. */
  endLook(mark: Uint8Array): void {
    this.endProcess()
    const last = this.#last
    this.#last = undefined
    if (last !== undefined) this.sink.layout(this.sink.addLayout(new FieldsLayout(last.process, last.file, mark)))
  }

  /** Ends the file set: all that it said goes to the sink's open region, if it is one. */
  endFile(): void {
    const { record } = this
    if (record !== undefined && this.mapped) {
      for (const [name, value] of this.#kept) record.keep(name, value)
      record.put(this.sink)
      this.sink.layout(this.#layout())
      this.#coverage.saw(record)
    }
    this.record = undefined
  }

  /** The number of the layout that the open sets have. */
  #layout(): number {
    const { processLetters, fileLetters } = this
    const key = `${processLetters} ${fileLetters}`
    this.#last = new FieldsLayout(processLetters, fileLetters)
    let id = this.#layouts.get(key)
    if (id === undefined) {
      id = this.sink.addLayout(this.#last)
      this.#layouts.set(key, id)
    }
    return id
  }
}
