import type { LineParser, Personal, Sink } from '../../../src/adapter.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { skipBlanks, toBlank } from '../../../src/scan/cursor.js'
import { isNeverListed } from '../names/never-listed.js'
import { CurrentLine } from '../reading/current.js'
import { TableLayout } from '../reading/layout.js'
import { isRepeatRule, Messages } from '../reading/messages.js'
import { readCount } from '../reading/numbers.js'
import { isMapped } from '../reading/record.js'
import { Cells } from './cells.js'
import { cutAtEdges } from './cut.js'
import { type Column, type Header, isKnownTitle, readHeader } from './header.js'
import { RowReader } from './row.js'
import { splitAtBlanks } from './split.js'
import { type HeldLine, WordRules } from './word-rule.js'

/** The columns whose cells people choose. */
const PERSONAL: readonly (readonly [title: string, what: Personal])[] = [
  ['COMMAND', 'command'],
  ['TASKCMD', 'command'],
  ['ZONE', 'command'],
  ['SECURITY-CONTEXT', 'command'],
  ['USER', 'user'],
  ['NAME', 'pathname'],
]

/** Reads lsof's table: a line of titles, and a row a file; a new PID or TID begins a new process. */
export class TableParser implements LineParser {
  readonly #current: CurrentLine
  readonly #cells: Cells = new Cells()
  readonly #messages: Messages = new Messages()
  #rows: RowReader | undefined
  readonly #wordRules: WordRules = new WordRules()
  /** A line that is no row, until the next one tells whether it is a rule. */
  #held: (HeldLine & { readonly column: Column }) | undefined
  /** The line being read: its number, the bytes of the text before it, and how many it has. */
  #line = 0
  #byte = 0
  #size = 0
  /** Where the cells of the rows stand, and its number, once a region of the process has it. */
  #layout: TableLayout | undefined
  #layoutId = -1
  /** The layout of the region read last, unless its process has none. */
  #last: TableLayout | undefined
  /** PID and TID of the process whose rows are being read. */
  #process: string | undefined

  constructor(readonly sink: Sink) {
    this.#current = new CurrentLine(sink)
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    const header = readHeader(bytes, from, to)
    if (this.#line > 0) this.#byte += this.#size + 1
    this.#line += 1
    this.#size = to - from
    this.#settle(header !== undefined)
    this.#current.begin(bytes, from, to)
    const message = this.#messages.has(bytes, from, to)
    if (header !== undefined) this.#begin(header)
    else if (skipBlanks(bytes, from, to) === to) this.#footer(this.#current.copy())
    else if (this.#rows !== undefined) this.#row(this.#rows, message)
    else this.#current.reject(message ? 'tool-message' : beforeHeader(bytes, from, to))
  }

  end(): void {
    this.#settle(false)
  }

  #begin(header: Header): void {
    const { sink } = this
    const { from } = this.#current
    this.#rows = new RowReader(header)
    this.#process = undefined
    this.#layout = new TableLayout(this.#current.copy(), header.columns)
    this.#layoutId = -1
    if (header.place('NODE') < 0) sink.silent('inode')
    if (header.place('DEVICE') < 0) sink.silent('device')
    for (const column of header.columns) {
      if (isKnownTitle(column.title)) continue
      this.#current.report('unknown-column', column.title, from + column.from, from + column.to)
    }
    sink.heading()
  }

  #row(rows: RowReader, message: boolean): void {
    const { bytes, from, to } = this.#current
    const { header } = rows
    const odd = cutAtEdges(header, bytes, from, to, this.#cells)
    if (odd < 0) this.#file(rows, false)
    else if (message) this.#current.reject('tool-message')
    else if (isRepeatRule(bytes, from, to)) this.#endLook()
    else if (this.#wordRules.has(bytes, from, to)) this.#wordRule()
    else if (splitAtBlanks(header, bytes, from, to, this.#cells)) this.#file(rows, true)
    else this.#hold(header.columns[odd] as Column)
  }

  /** Reads the cells of a row; `respaced` tells that its own blanks had to show them. */
  #file(rows: RowReader, respaced: boolean): void {
    const cells = this.#cells
    if (!this.#enter(rows)) return
    const fd = rows.header.place('FD')
    const mapped = isMapped(cells.text(this.#current.bytes, fd) ?? '')
    const bad = mapped ? rows.read(this.#current.bytes, cells) : ({ code: 'other-row', place: fd } as const)
    this.#tellPersonal(rows.header, bad !== undefined)
    if (bad !== undefined) this.#rejectCell(bad.code, bad.place)
    else {
      this.sink.region()
      rows.record.put(this.sink)
      this.#lay(respaced)
      if (respaced) this.#current.report('odd-spacing')
      if (isNeverListed(rows.record.name)) this.#neverListed(rows.header.place('NAME'))
    }
  }

  /** Tells where the cells of a row stand; of one that somebody spaced anew it is not worth knowing. */
  #lay(respaced: boolean): void {
    if (this.#layoutId < 0 || respaced) this.#layoutId = this.sink.addLayout(respaced ? undefined : this.#layout)
    this.sink.layout(this.#layoutId)
    this.#last = respaced ? undefined : this.#layout
    if (respaced) this.#layoutId = -1
  }

  /** Tells what people chose of a row; of one that is kept out, the name as well. */
  #tellPersonal(header: Header, isOut: boolean): void {
    const cells = this.#cells
    const { bytes } = this.#current
    for (const [title, what] of PERSONAL) {
      const place = header.place(title)
      // A number in the place of a user is an id.
      const isId = what === 'user' && readCount(bytes, cells.from(place), cells.to(place)) !== undefined
      if (place < 0 || isId || (what === 'pathname' && !isOut)) continue
      this.sink.personal(what, bytes, cells.from(place), cells.to(place))
    }
  }

  /** Begins the row's process when it is a new one; false when its PID cannot be read. */
  #enter(rows: RowReader): boolean {
    const { bytes } = this.#current
    const cells = this.#cells
    const place = rows.header.place('PID')
    const pid = readCount(bytes, cells.from(place), cells.to(place))
    if (pid === undefined) {
      this.#rejectCell('bad-column', place)
      return false
    }
    const process = `${pid} ${cells.text(bytes, rows.header.place('TID')) ?? ''}`
    if (process !== this.#process) {
      this.#process = process
      this.#layoutId = -1
      this.#last = undefined
      this.sink.process(rows.facts(pid, bytes, cells))
    }
    return true
  }

  #neverListed(place: number): void {
    this.#current.report('never-listed', 'pathname', this.#cells.from(place), this.#cells.to(place))
  }

  #wordRule(): void {
    const { bytes, from, to } = this.#current
    this.sink.personal('command', bytes, from, to)
    this.#endLook()
  }

  #endLook(rule: Uint8Array = this.#current.copy()): void {
    this.#process = undefined
    this.#footer(rule)
  }

  /** A line that belongs to no row: told behind the region before it. */
  #footer(line: Uint8Array): void {
    this.sink.footer()
    const last = this.#last
    if (last === undefined) return
    this.#last = new TableLayout(last.heading, last.columns, [...last.after, line])
    this.sink.layout(this.sink.addLayout(this.#last))
  }

  #rejectCell(code: DiagnosticCode, place: number): void {
    const { title } = (this.#rows as RowReader).header.columns[place] as Column
    this.#current.reject(code, title, this.#cells.from(place), this.#cells.to(place))
  }

  /** Waits for the next line where titles would tell that this one is a rule. */
  #hold(column: Column): void {
    const { bytes, from, to } = this.#current
    if (!this.#wordRules.mayBe(bytes, from, to)) this.#badColumn(column)
    else {
      // Told now, for it can be found in the text only while it is the current line.
      this.sink.personal('command', bytes, from, to)
      this.#held = { bytes: bytes.slice(from, to), line: this.#line, byte: this.#byte, column }
    }
  }

  /** Tells the line that waits, now that it is known whether titles follow it. */
  #settle(titlesFollow: boolean): void {
    const held = this.#held
    if (held === undefined) return
    this.#held = undefined
    const { bytes, line, byte, column } = held
    if (titlesFollow) {
      this.#wordRules.learn(bytes)
      this.#endLook(bytes)
      return
    }
    this.sink.returnTo(line, byte)
    this.#current.begin(bytes, 0, bytes.length)
    this.#badColumn(column)
    if (this.#line > line) this.sink.returnTo(this.#line, this.#byte)
  }

  #badColumn({ title, from, to }: Column): void {
    const line = this.#current
    line.reject('bad-column', title, Math.min(line.from + from, line.to), Math.min(line.from + to, line.to))
  }
}

/** What a line is that stands before any titles: a row when its second word is a number. */
function beforeHeader(bytes: Uint8Array, from: number, to: number): DiagnosticCode {
  const pid = skipBlanks(bytes, toBlank(bytes, from, to), to)
  return readCount(bytes, pid, toBlank(bytes, pid, to)) === undefined ? 'unrecognised-line' : 'orphan-row'
}
