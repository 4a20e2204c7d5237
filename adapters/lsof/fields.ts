import type { LineParser, Sink } from '../../src/adapter.js'
import type { DiagnosticCode } from '../../src/report/codes.js'
import { CurrentLine } from './current.js'
import { isProcessLetter, rankOf, readFileField } from './letters.js'
import { Messages } from './messages.js'
import type { FileRecord } from './record.js'
import { Sets } from './sets.js'

const NUL = 0

/** Fields that a file has once. */
const SINGLE = 'faltDrsikn'

/**
 * Reads `lsof -F` and `lsof -F0`: fields of one letter and a value each, in sets. With `0` a line is a set and each field
 * ends in NUL; without, a line is a field, and `p` and `f` begin a set.
 */
export class FieldsParser implements LineParser {
  readonly #sets: Sets
  readonly #current: CurrentLine
  readonly #messages: Messages = new Messages()
  /** Letters of the file set that is being read. */
  #seen = ''
  /** Place in lsof's order of the letter read last: where there is no `f`, going back begins the next file. */
  #rank = 0
  readonly #noted: Set<string> = new Set()

  constructor(readonly sink: Sink) {
    this.#sets = new Sets(sink)
    this.#current = new CurrentLine(sink)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    const current = this.#current
    current.begin(bytes, from, to)
    const letter = letterAt(bytes, from, to)
    if (from === to) this.sink.footer()
    else if (this.#messages.has(bytes, from, to)) current.reject('tool-message')
    else if (letter === undefined) current.reject('unrecognised-line')
    else if (letter === 'm') this.#mark()
    else if (bytes.subarray(from, to).includes(NUL)) this.#set(letter)
    else if (letter === 'p') this.#process()
    else if (this.#sets.facts === undefined) current.reject('orphan-record')
    else if (isProcessLetter(letter) || (this.#sets.record === undefined && rankOf(letter) < 0)) this.#ofProcess(letter)
    else this.#ofFile(letter)
  }

  end(): void {
    this.#sets.endProcess()
  }

  /** The line that `lsof -r` prints between two looks. */
  #mark(): void {
    this.#sets.endProcess()
    this.sink.footer()
  }

  /** A line that is `p` alone. */
  #process(): void {
    const { bytes, from, to } = this.#current
    if (this.#sets.beginProcess(bytes, from + 1, to)) this.sink.heading()
    else this.#current.reject('bad-column', 'p')
  }

  /** A line that is another field of the process. */
  #ofProcess(letter: string): void {
    const { from, to } = this.#current
    const code = this.#processField(letter, from + 1, to)
    if (code === undefined) this.sink.heading()
    else this.#current.reject(code, letter)
  }

  /** A line that is a field of a file. */
  #ofFile(letter: string): void {
    const { from, to } = this.#current
    const sets = this.#sets
    const rank = rankOf(letter)
    const back = rank >= 0 && rank <= this.#rank
    const begins = letter === 'f' || (!sets.descriptors && (sets.record === undefined || back))
    if (rank >= 0) this.#rank = rank
    if (begins) {
      this.#beginFile()
      const code = this.#fileField(letter, from + 1, to)
      this.#admit(code === undefined ? undefined : { code, letter, from, to })
    } else if (sets.record === undefined) this.#current.reject('unrecognised-line')
    // What was said of a row that is left out, at its first line, holds for all of its lines.
    else if (!sets.mapped) this.sink.reject()
    else {
      const code = this.#fileField(letter, from + 1, to)
      if (code === undefined) this.sink.part()
      else this.#current.reject(code, letter)
    }
  }

  /** A line of fields that end in NUL. */
  #set(first: string): void {
    const { from } = this.#current
    const sets = this.#sets
    this.sink.dialect('fields0')
    if (first === 'p') this.#processSet()
    else if (sets.facts === undefined) this.#current.reject('orphan-record')
    else {
      this.#beginFile()
      this.#admit(this.#each(from, (letter, at, to) => this.#fileField(letter, at, to)))
      sets.endFile()
    }
  }

  /** A line of a process's fields that end in NUL. */
  #processSet(): void {
    const { bytes, from } = this.#current
    const pidTo = bytes.indexOf(NUL, from)
    const bad = this.#sets.beginProcess(bytes, from + 1, pidTo)
      ? this.#each(pidTo + 1, (letter, at, to) => this.#processField(letter, at, to))
      : ({ code: 'bad-column', letter: 'p', from, to: pidTo } as const)
    if (bad === undefined) this.sink.heading()
    else this.#current.reject(bad.code, bad.letter, bad.from, bad.to)
  }

  /** Reads the fields from `start` to the end of the line; gives the first that cannot be read. */
  #each(
    start: number,
    read: (letter: string, from: number, to: number) => DiagnosticCode | undefined,
  ): Bad | undefined {
    const { bytes, to } = this.#current
    let bad: Bad | undefined
    for (let from = start; from < to; ) {
      const letter = letterAt(bytes, from, to)
      const nul = bytes.subarray(from, to).indexOf(NUL)
      const until = nul < 0 ? to : from + nul
      const whole = nul < 0 ? 'cut-short' : undefined
      const code = whole ?? (letter === undefined ? 'unrecognised-line' : read(letter, from + 1, until))
      if (code !== undefined) bad ??= { code, letter, from, to: until }
      from = until + 1
    }
    return bad
  }

  #beginFile(): void {
    this.#sets.beginFile()
    this.#seen = ''
  }

  /** Decides, once the first line of a file set is read, whether it is a region. */
  #admit(bad: Bad | undefined): void {
    const sets = this.#sets
    const known = sets.record?.descriptor !== undefined
    if (!sets.mapped) this.#current.reject('other-row', sets.record?.descriptor)
    else if (bad !== undefined || (sets.descriptors && !known)) {
      sets.dropFile()
      this.#current.reject(bad?.code ?? 'unrecognised-line', bad?.letter, bad?.from, bad?.to)
    } else {
      this.sink.region()
      if (!known) this.#once('no-descriptor', 'f', this.#current.from, this.#current.to)
    }
    sets.descriptors ||= known
  }

  #processField(letter: string, from: number, to: number): DiagnosticCode | undefined {
    if (isProcessLetter(letter)) return this.#sets.processField(letter, this.#current.bytes, from, to)
    this.#once('unknown-field', letter, from - 1, to)
    this.#sets.keep(letter, this.#current.bytes.slice(from, to))
    return undefined
  }

  #fileField(letter: string, from: number, to: number): DiagnosticCode | undefined {
    const record = this.#sets.record as FileRecord
    const seen = this.#seen.includes(letter)
    if (!seen) this.#seen += letter
    const again = seen && SINGLE.includes(letter)
    if (again || rankOf(letter) < 0) this.#once('unknown-field', letter, from - 1, to)
    if (!again) return readFileField(record, letter, this.#current.bytes, from, to)
    record.keep(letter, this.#current.bytes.slice(from, to))
    return undefined
  }

  /** Reports a finding once for each letter. */
  #once(code: DiagnosticCode, letter: string, from: number, to: number): void {
    if (this.#noted.has(letter)) return
    this.#noted.add(letter)
    this.#current.report(code, letter, from, to)
  }
}

/** A field that cannot be read, and its place. */
interface Bad {
  readonly code: DiagnosticCode
  readonly letter: string | undefined
  readonly from: number
  readonly to: number // exclusive
}

/** The letter that a field begins with; undefined when it is none. */
function letterAt(bytes: Uint8Array, at: number, to: number): string | undefined {
  if (at >= to) return undefined
  const letter = String.fromCharCode(bytes[at] as number)
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ? letter : undefined
}
