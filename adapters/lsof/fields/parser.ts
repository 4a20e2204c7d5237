import type { LineParser, Personal, Sink } from '../../../src/adapter.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { isNeverListed } from '../names/never-listed.js'
import { CurrentLine } from '../reading/current.js'
import { Messages } from '../reading/messages.js'
import type { FileRecord } from '../reading/record.js'
import { FileOrder, isProcessLetter, rankOf, readFileField } from './letters.js'
import { withoutNuls } from './lost-nuls.js'
import { type BadField, type FieldPlace, fieldsAtNuls, firstBad, letterAt } from './places.js'
import { Sets } from './sets.js'
import { OpenTask } from './task.js'

const NUL = 0

/** Fields that a file has once. */
const SINGLE = 'faltDrsikn'

/** What people choose, by its letter. */
const PERSONAL: Readonly<Record<string, Personal>> = {
  c: 'command',
  L: 'user',
  M: 'command',
  n: 'pathname',
  z: 'command',
  Z: 'command',
}

/**
 * Reads `lsof -F` and `lsof -F0`: fields of one letter and a value each, in sets. With `0` a line is a set and each field
 * ends in NUL; without, a line is a field, and `p` and `f` begin a set.
 */
export class FieldsParser implements LineParser {
  readonly #sets: Sets
  readonly #current: CurrentLine
  readonly #messages: Messages = new Messages()
  readonly #task: OpenTask = new OpenTask()
  /** Letters of the file set that is being read. */
  #seen = ''
  /** Where there is no `f`, going back in lsof's order begins the next file. */
  readonly #order: FileOrder = new FileOrder()
  readonly #noted: Set<string> = new Set()

  constructor(readonly sink: Sink) {
    this.#sets = new Sets(sink)
    this.#current = new CurrentLine(sink)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    const current = this.#current
    current.begin(bytes, from, to)
    const letter = letterAt(bytes, from, to)
    const task = this.#task.goOn(bytes, from, to)
    const fields = this.#fieldsOf(letter)
    if (task >= 0) this.#continued(task)
    else if (from === to) this.sink.footer()
    else if (this.#messages.has(bytes, from, to)) current.reject('tool-message')
    else if (letter === undefined) current.reject('unrecognised-line')
    else if (letter === 'm') this.#mark()
    else if (fields !== undefined) this.#set(fields)
    else if (letter === 'p') this.#process()
    else if (this.#sets.facts === undefined) current.reject('orphan-record')
    else if (isProcessLetter(letter) || (this.#sets.record === undefined && rankOf(letter) < 0)) this.#ofProcess(letter)
    else this.#ofFile(letter)
  }

  end(): void {
    this.#task.end(this.sink)
    this.#sets.endProcess()
  }

  /** The fields of a line that is a set: they end in NUL, or did until their NULs got lost. */
  #fieldsOf(letter: string | undefined): readonly FieldPlace[] | undefined {
    const { bytes, from, to } = this.#current
    if (bytes.subarray(from, to).includes(NUL)) return fieldsAtNuls(bytes, from, to)
    const fields = letter === 'p' || letter === 'f' ? withoutNuls(bytes, from, to) : undefined
    if (fields !== undefined) this.#once('lost-nuls', 'NUL', from, to)
    return fields
  }

  /** The line that `lsof -r` prints between two looks. */
  #mark(): void {
    this.#sets.endLook(this.#current.copy())
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
    const { bytes, from, to } = this.#current
    const sets = this.#sets
    const back = this.#order.goesBack(letter, bytes, from + 1, to)
    const begins = letter === 'f' || (!sets.descriptors && (sets.record === undefined || back))
    if (begins) {
      this.#beginFile()
      const code = this.#fileField(letter, from + 1, to)
      this.#admit(code === undefined ? undefined : { code, letter, from: from + 1, to })
    } else if (sets.record === undefined) this.#current.reject('unrecognised-line')
    // What was said of a row that is left out, at its first line, holds for all of its lines.
    else if (!sets.mapped) {
      this.#tellPersonal(letter, from + 1, to)
      this.sink.reject()
    } else {
      const code = this.#fileField(letter, from + 1, to)
      if (code === undefined) this.sink.part()
      else this.#current.reject(code, letter)
    }
  }

  /** A line that is a whole set. */
  #set(fields: readonly FieldPlace[]): void {
    const sets = this.#sets
    this.sink.dialect('fields0')
    if (fields[0]?.letter === 'p') this.#processSet(fields)
    else if (sets.facts === undefined) this.#current.reject('orphan-record')
    else {
      this.#beginFile()
      this.#admit(firstBad(fields, ({ letter, from, to }) => this.#fileField(letter, from, to)))
      sets.endFile()
    }
  }

  /** A line that is the whole set of a process, or its beginning: TASKCMD is not escaped, so it may go on on the next line. */
  #processSet(fields: readonly FieldPlace[]): void {
    const [pid, ...rest] = fields as [FieldPlace, ...FieldPlace[]]
    const last = rest.at(-1)
    const open = last?.letter === 'M' && last.bad === 'cut-short'
    const bad = this.#sets.beginProcess(this.#current.bytes, pid.from, pid.to)
      ? firstBad(open ? rest.slice(0, -1) : rest, (field) => this.#processField(field.letter, field.from, field.to))
      : { ...pid, code: 'bad-column' as const }
    if (bad !== undefined) {
      this.#current.reject(bad.code, bad.letter, bad.from - 1, bad.to)
      return
    }
    if (open) this.#task.begin(this.#current, last)
    this.sink.heading()
  }

  /** A line that goes on with the TASKCMD of the line before it. */
  #continued(end: number): void {
    const { bytes, from, to } = this.#current
    this.#current.report('continued-name', 'M', from, end)
    this.#sets.keep('TASKCMD', this.#task.value)
    this.#sets.processLetters += 'M'
    firstBad(fieldsAtNuls(bytes, end + 1, to), (field) => this.#processField(field.letter, field.from, field.to))
    this.sink.heading()
  }

  #beginFile(): void {
    this.#sets.beginFile()
    this.#seen = ''
  }

  /** Decides, once the first line of a file set is read, whether it is a region. */
  #admit(bad: BadField | undefined): void {
    const sets = this.#sets
    const known = sets.record?.descriptor !== undefined
    if (!sets.mapped) this.#current.reject('other-row', sets.record?.descriptor)
    else if (bad !== undefined || (sets.descriptors && !known)) {
      sets.dropFile()
      this.#current.reject(bad?.code ?? 'unrecognised-line', bad?.letter, bad && bad.from - 1, bad?.to)
    } else {
      this.sink.region()
      if (!known) this.#once('no-descriptor', 'f', this.#current.from, this.#current.to)
    }
    sets.descriptors ||= known
  }

  #processField(letter: string, from: number, to: number): DiagnosticCode | undefined {
    this.#tellPersonal(letter, from, to)
    this.#sets.processLetters += letter
    if (isProcessLetter(letter)) return this.#sets.processField(letter, this.#current.bytes, from, to)
    this.#once('unknown-field', letter, from - 1, to)
    this.#sets.keep(letter, this.#current.bytes.slice(from, to))
    return undefined
  }

  #fileField(letter: string, from: number, to: number): DiagnosticCode | undefined {
    const record = this.#sets.record as FileRecord
    this.#sets.fileLetters += letter
    const seen = this.#seen.includes(letter)
    if (!seen) this.#seen += letter
    const again = seen && SINGLE.includes(letter)
    if (again || rankOf(letter) < 0) this.#once('unknown-field', letter, from - 1, to)
    if (letter === 'n' && this.#sets.mapped && isNeverListed(this.#current.bytes.subarray(from, to))) {
      this.#current.report('never-listed', 'pathname', from, to)
    }
    const code = again ? undefined : readFileField(record, letter, this.#current.bytes, from, to)
    if (again) record.keep(letter, this.#current.bytes.slice(from, to))
    const name = letter === 'n' ? this.#current.bytes.subarray(from, to) : undefined
    this.#tellPersonal(letter, from, name === undefined ? to : from + record.nameEnd(name))
    return code
  }

  /** Tells what people chose of a field, if only that it is nothing. */
  #tellPersonal(letter: string, from: number, to: number): void {
    const what = PERSONAL[letter]
    this.sink.personal(what ?? 'command', this.#current.bytes, what === undefined ? to : from, to)
  }

  /** Reports a finding once for each letter. */
  #once(code: DiagnosticCode, letter: string, from: number, to: number): void {
    if (this.#noted.has(letter)) return
    this.#noted.add(letter)
    this.#current.report(code, letter, from, to)
  }
}
