import type { LineParser, Sink } from '../../src/adapter.js'
import { Cursor, skipBlanks } from '../../src/scan/cursor.js'
import { mayGoOn, type Named, readMore } from './busybox/long-command.js'
import { frameText, isForeignHeading, isMessage, isRule } from './frame.js'
import { HeldBlock } from './held-block.js'
import { isLikeBusybox, neighbourOf, ROWLESS, tellsNoProgram } from './neighbour.js'
import { Recorder } from './printed/recorder.js'
import { type QuietColumns, quietColumns } from './procps/quiet-columns.js'
import type { Program } from './program.js'
import { blanksWithin, PROGRAMS } from './programs.js'
import type { Rows } from './rows.js'
import { otherSystem } from './systems.js'

const COLON = 0x3a

/**
 * Reads what pmap prints: one block a process, each opened by a `PID:   command` line.
 *
 * Advice to the next reader: the shape of a block's rows is settled once, by its heading, or by its first row where -q or
 * the default mode leaves the heading out; and so is the program that printed it, of those that begin a block in that way. A
 * block of a program that we do not know, and whatever follows a block's totals, is closed: none of its lines is read as a
 * row until the next process begins.
 */
export class PmapParser implements LineParser {
  readonly #cursor: Cursor = new Cursor()
  /** The programs that may have printed the block. */
  #programs: readonly Program[] = PROGRAMS
  #rows: Rows | undefined
  /** Who may read the first row of a block without a heading. */
  #readers: readonly { readonly program: Program; readonly rows: Rows }[] | undefined
  /** How many lines there were, and how many bytes before the next. */
  #line = 0
  #byte = 0
  /** The lines of a block that must be seen as a whole, while it goes on; and then what they show together. */
  #held: HeldBlock | undefined
  #block: QuietColumns | undefined
  /** The dialect of a process with one blank and no rows; undefined before the first process with one blank. */
  #rowless: string | undefined
  #isClosed = false
  #isNamed = false
  /** The process whose command may go on in the next line. */
  #named: Named | undefined
  readonly #recorder: Recorder

  constructor(
    readonly sink: Sink,
    /** The dialect that the caller names; it only counts where the text does not tell. */
    readonly told?: string,
  ) {
    this.#recorder = new Recorder(sink)
    if (told !== undefined && isLikeBusybox(told)) this.#rowless = told
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    this.#line += 1
    const byte = this.#byte
    this.#byte += to - from + 1
    if (this.#held !== undefined && !this.#isBelow(bytes, from, to)) {
      this.#release()
      this.sink.returnTo(this.#line, byte, bytes, from, to)
    }
    if (this.#held === undefined && this.#isFirst(bytes, from, to))
      this.#held = new HeldBlock(this.#line, byte, this.#isProcess(bytes, from, to))
    if (this.#held === undefined) this.#read(bytes, from, to)
    else this.#held.add(bytes, from, to)
  }

  end(): void {
    this.#release()
  }

  #read(bytes: Uint8Array, from: number, to: number): void {
    const rows = this.#isClosed ? undefined : this.#rows
    if (rows?.row(bytes, from, to)) {
      this.#recorder.row(rows, bytes, from, to)
      return
    }
    if (this.#process(bytes, from, to) || this.#more(bytes, from, to) || this.#frame(bytes, from, to)) return
    if (this.#isClosed) this.#refuse(bytes, from, to)
    else if (rows === undefined) this.#firstRow(bytes, from, to)
    else this.#refuseRow(rows, bytes, from, to)
  }

  /** True for a line that is held back with those before it: rows below a row, processes below a process. */
  #isBelow(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#held?.isOfProcesses !== true) return !this.#isProcess(bytes, from, to)
    const text = frameText(bytes, from, to)
    if (text !== undefined && tellsNoProgram(text)) return true
    if (text !== undefined) this.#rowless = neighbourOf(text) ?? this.#rowless
    return false
  }

  /** True for a line that cannot be understood before those below it are known. */
  #isFirst(bytes: Uint8Array, from: number, to: number): boolean {
    const isProcess = this.#isProcess(bytes, from, to)
    if (isProcess ? this.#rowless !== undefined : this.#isClosed || this.#rows !== undefined) return false
    const text = frameText(bytes, from, to)
    if (text === undefined) return false
    if (!isProcess) return this.#programs.some((program) => program.needsBlock?.(text))
    if (!tellsNoProgram(text)) return false
    this.#rowless = ROWLESS
    return true
  }

  /** Reads the lines that were held back, now that they are all known. */
  #release(): void {
    const held = this.#held
    if (held === undefined) return
    this.#held = undefined
    if (!held.isOfProcesses) this.#block = quietColumns(held.rows())
    held.each((line, byte, bytes, from, to) => {
      this.sink.returnTo(line, byte, bytes, from, to)
      this.#read(bytes, from, to)
    })
    this.#block = undefined
  }

  /** True for a line that begins with a PID and a colon, at which the cursor is left. */
  #isProcess(bytes: Uint8Array, from: number, to: number): boolean {
    const cursor = this.#cursor
    return cursor.decimal(bytes, from, to) && cursor.at < to && bytes[cursor.at] === COLON
  }

  /** Reads `PID:   command`; a line that begins so in another way opens a block of a program we do not know. */
  #process(bytes: Uint8Array, from: number, to: number): boolean {
    if (!this.#isProcess(bytes, from, to)) return false
    const cursor = this.#cursor
    const at = cursor.at + 1
    const blanks = blanksWithin(skipBlanks(bytes, at, to) - at)
    this.#rows = undefined
    this.#readers = undefined
    this.#programs = PROGRAMS.filter((one) => one.blanks === blanks)
    this.#isClosed = this.#programs.length === 0 || cursor.high !== 0
    if (this.#isClosed) {
      this.#refuse(bytes, from, to)
      return true
    }
    // Rows whose process nobody named must not become this one's.
    if (!this.#isNamed && this.sink.length > 0) this.sink.process()
    this.#isNamed = true
    const named = { pid: cursor.number(), cmdline: bytes.slice(at + blanks, to) }
    this.#named = mayGoOn(this.told) ? named : undefined
    this.sink.process(named)
    this.#recorder.begin()
    this.sink.personal('command', bytes, at + blanks, to)
    if (blanks === 1 && this.#rowless !== undefined) this.sink.dialect(this.#rowless)
    this.sink.heading()
    return true
  }

  /** Reads another line of a command. */
  #more(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#named === undefined || this.#rows !== undefined || this.#isClosed) return false
    return readMore(this.#named, this.sink, bytes, from, to)
  }

  /** Reads a rule, totals or a heading. */
  #frame(bytes: Uint8Array, from: number, to: number): boolean {
    const { sink } = this
    const text = frameText(bytes, from, to)
    if (text === undefined) return false
    if (isRule(text)) {
      this.#recorder.line(bytes, from, to, [])
      sink.footer()
      return true
    }
    if (isMessage(text)) {
      sink.report('tool-message', bytes, from, to, from, to)
      this.#recorder.line(bytes, from, to, [])
      sink.reject()
      return true
    }
    for (const program of this.#programs) {
      const sums = program.totals(text, this.#rows)
      if (sums === undefined) continue
      for (const { name, value } of sums) sink.total(name, value)
      this.#recorder.line(bytes, from, to, sums)
      sink.footer()
      const dialect = program.ended?.(text)
      if (dialect !== undefined) this.#say(program, dialect)
      if (program.isTranslated?.(text)) sink.report('translated', bytes, from, to, from, to)
      this.#isClosed = true
      return true
    }
    if (this.#isClosed) return false
    for (const program of this.#programs) {
      const rows = program.below(text, sink)
      if (rows === undefined) continue
      this.#settle(program, rows)
      rows.noteHeading(text, bytes, from, to)
      this.#recorder.heading(bytes, from, to)
      sink.heading()
      return true
    }
    this.#isClosed = this.#rows === undefined && isForeignHeading(text)
    return false
  }

  /** Settles the shape of a block without a heading by the first row that fits one. */
  #firstRow(bytes: Uint8Array, from: number, to: number): void {
    this.#readers ??= this.#programs
      .flatMap((program) => program.readers(this.sink, this.told).map((rows) => ({ program, rows })))
      .sort((a, b) => Number(b.rows.dialect === this.told) - Number(a.rows.dialect === this.told))
    if (this.#block !== undefined) for (const { rows } of this.#readers) rows.foresee(this.#block)
    let nearest: Rows | undefined
    for (const { program, rows } of this.#readers) {
      if (rows.row(bytes, from, to)) {
        this.#settle(program, rows)
        this.#recorder.row(rows, bytes, from, to)
        return
      }
      if (nearest === undefined || rows.foreign || (rows.faultFrom > nearest.faultFrom && !nearest.foreign))
        nearest = rows
    }
    this.#refuseRow(nearest as Rows, bytes, from, to)
  }

  #settle(program: Program, rows: Rows): void {
    this.#programs = [program]
    this.#rows = rows
    this.#say(program, rows.dialect)
    this.sink.silent(...rows.silent)
  }

  #say(program: Program, dialect: string): void {
    this.sink.dialect(dialect)
    if (program.blanks === 1) this.#rowless = dialect
  }

  #refuseRow(rows: Rows, bytes: Uint8Array, from: number, to: number): void {
    this.#isClosed = rows.foreign
    if (!this.#isOfOtherSystem(bytes, from, to)) rows.refuse(bytes, from, to)
  }

  #refuse(bytes: Uint8Array, from: number, to: number): void {
    if (this.#isOfOtherSystem(bytes, from, to)) return
    this.sink.report('unrecognised-line', bytes, from, to, from, to)
    this.sink.reject()
  }

  /** Keeps a line out that is known by sight to be of another system's program. */
  #isOfOtherSystem(bytes: Uint8Array, from: number, to: number): boolean {
    const system = otherSystem(frameText(bytes, from, to) ?? '')
    if (system === undefined) return false
    this.sink.report('other-system', bytes, from, to, from, to, system)
    this.sink.reject()
    return true
  }
}
