import type { LineParser, Sink } from '../../src/adapter.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { CODES } from '../../src/report/codes.js'
import { type Heading, headingOf, SEPARATORS, twice } from './heading.js'
import { type KeptLine, OpenRecord } from './open-record.js'
import { type CellPlace, RecordReader } from './record.js'
import { type Finding, RowTeller } from './tell.js'

/** What becomes of a record, and what is to be said about it. */
interface Outcome {
  readonly kept: 'region' | 'heading' | 'rejected'
  readonly findings: readonly Finding[]
}

/**
 * Reads CSV record by record; a record may have several lines.
 *
 * Advice to the next reader: a stray quote opens a record that swallows the lines below it. When such a record turns out to
 * be none (its cells do not fit the heading, something stands behind a closing quote, or the text ends), only its first
 * line is kept out, and the others are read again. That is linear: a line that opens a quote closes the one it stands in.
 */
export class CsvParser implements LineParser {
  readonly #record: RecordReader = new RecordReader()
  readonly #open: OpenRecord = new OpenRecord()
  readonly #teller: RowTeller
  #heading: Heading | undefined
  #line = 0
  #byte = 0

  constructor(readonly sink: Sink) {
    this.#teller = new RowTeller(sink)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    this.#line += 1
    this.#read(bytes, from, to, this.#line, this.#byte)
    this.#byte += to - from + 1
  }

  end(): void {
    while (!this.#open.isEmpty) this.#giveUp('cut-short', this.#record.stopped)
  }

  #read(bytes: Uint8Array, from: number, to: number, line: number, byte: number): void {
    const record = this.#record
    const begins = this.#open.isEmpty
    if (begins && isBlank(bytes, from, to)) {
      this.sink.footer()
      return
    }
    const separator = this.#heading?.separator ?? separatorOf(record, bytes, from, to)
    const outcome = begins ? record.first(bytes, from, to, separator) : record.next(bytes, from, to, separator)
    if (begins && outcome === 'whole') {
      this.#tell({ bytes: bytes.subarray(from, to), line, byte }, [], separator)
      return
    }
    this.#open.add(bytes, from, to, line, byte)
    if (outcome === 'open') return
    if (outcome === 'fault') this.#giveUp('bad-csv', record.stopped)
    else if (this.#heading !== undefined && record.length !== this.#heading.names.length) {
      this.#giveUp('bad-row', { line: 0, at: 0 })
    } else {
      const [first, ...rest] = this.#open.take()
      this.#tell(first as KeptLine, rest, separator)
    }
  }

  /** Keeps the first line of an open record out, and reads the others again. */
  #giveUp(code: DiagnosticCode, place: CellPlace): void {
    const [first, ...rest] = this.#open.take() as [KeptLine, ...KeptLine[]]
    // What is wrong may stand further down; the line that is kept out is the first.
    const { at } = place.line === 0 ? place : this.#record.lastOnFirstLine
    this.#goTo(first)
    this.#report({ code, at, field: undefined }, first)
    this.sink.reject()
    for (const { bytes, line, byte } of rest) {
      this.sink.returnTo(line, byte)
      this.#read(bytes, 0, bytes.length, line, byte)
    }
  }

  /** Tells a whole record to the sink: the line it begins on, and those that it goes on. */
  #tell(first: KeptLine, rest: readonly KeptLine[], separator: number): void {
    this.#goTo(first)
    const { kept, findings } = this.#outcome(separator)
    const lines = [first, ...rest]
    for (const { code, place, field } of findings) {
      const line = lines[place.line] ?? first
      this.#goTo(line)
      this.#report({ code, at: place.at, field }, line)
    }
    this.#goTo(first)
    if (kept === 'region') this.#teller.put()
    else if (kept === 'heading') this.sink.heading()
    else this.sink.reject()
    for (const line of rest) {
      this.#goTo(line)
      if (kept === 'rejected') this.sink.reject()
      else this.sink.part()
    }
  }

  #outcome(separator: number): Outcome {
    const record = this.#record
    if (this.#heading === undefined || this.#teller.repeats(record, this.#heading)) {
      const heading = headingOf(record, separator)
      if (heading !== undefined) return this.#begin(heading)
    }
    const whole = { line: 0, at: 0 }
    if (this.#heading === undefined) return rejected({ code: 'orphan-row', place: whole })
    if (record.length !== this.#heading.names.length) return rejected({ code: 'bad-row', place: whole })
    const findings = this.#teller.read(record, this.#heading)
    if (findings.some(({ code }) => CODES[code].severity === 'error')) return { kept: 'rejected', findings }
    return { kept: this.#teller.saysRegion ? 'region' : 'heading', findings }
  }

  #begin(heading: Heading): Outcome {
    const record = this.#record
    const again = twice(heading)
    if (again >= 0) {
      return rejected({ code: 'bad-heading', place: record.place(again), field: heading.names[again] })
    }
    this.#heading = heading
    return { kept: 'heading', findings: this.#teller.begin(record, heading) }
  }

  #goTo({ line, byte }: KeptLine): void {
    this.sink.returnTo(line, byte)
  }

  #report(
    { code, at, field }: { code: DiagnosticCode; at: number; field: string | undefined },
    { bytes }: KeptLine,
  ): void {
    const from = Math.min(at, bytes.length)
    const separator = this.#heading?.separator ?? (SEPARATORS[0] as number)
    const end = bytes.indexOf(separator, from)
    this.sink.report(code, bytes, 0, bytes.length, from, end < 0 ? bytes.length : end, field)
  }
}

function rejected(finding: Finding): Outcome {
  return { kept: 'rejected', findings: [finding] }
}

/** The separator that makes a heading of a line; the usual one where none does. */
function separatorOf(record: RecordReader, bytes: Uint8Array, from: number, to: number): number {
  const usual = SEPARATORS[0] as number
  return (
    SEPARATORS.find((one) => record.first(bytes, from, to, one) === 'whole' && headingOf(record, one) !== undefined) ??
    usual
  )
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x0d) return false
  return true
}
