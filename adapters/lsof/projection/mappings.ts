import type { Facts, FileStat, Projection, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyU64 } from '../../../src/model/copy.js'
import { INODE } from '../../../src/model/fields.js'
import { basename, sameBytes } from '../../../src/model/pathname.js'
import { type NameForm, nameFormOf } from '../names/form.js'
import { type SeenName, seenName } from '../names/looked-up.js'
import type { LsofReason } from '../reasons.js'
import { Allowances } from './allowances.js'
import { optionsOf } from './call.js'
import { type Executable, executableOf } from './executable.js'
import { NO_ROW, putExecutable } from './executable-row.js'
import { FileLook } from './file-look.js'
import { FileNumbers, unlistedAs } from './identity.js'
import { NotedFiles } from './noted-files.js'
import { notLookedAt, type Outcome } from './outcome.js'
import { ReasonList } from './reason-list.js'
import { rowsInOrder } from './row-order.js'
import { type Selection, selectionOf } from './selection.js'
import { isSocket, putSocket } from './socket-row.js'
import { hasFullPaths } from './spelling.js'
import { notKnown } from './unknown.js'

const encoder = new TextEncoder()

/** Stand for the row of a file that is listed, but not among the rows that were asked for: of DEL, and of mem. */
const UNLISTED = -1
const NOT_SELECTED = -2

/** What lsof (4.93 to 4.99) shows of the kernel's mappings: one row a file. */
export function projectMappings(view: View, as: View, facts: Facts): Projection {
  return new LsofRows(view, as, facts).project()
}

/** Walks the mappings as lsof's `process_proc_map` does, and gathers the rows it makes of them. */
class LsofRows {
  readonly #builder: TableBuilder
  readonly #from: number[] = []
  readonly #reasons: ReasonList = new ReasonList()
  readonly #optional: Map<number, LsofReason> = new Map()
  readonly #executable: Set<number> = new Set()
  readonly #selected: Selection
  readonly #fullPaths: boolean
  readonly #form: NameForm
  readonly #files: FileNumbers
  /** The projected row of each file, by its number. */
  readonly #rowOf: (number | undefined)[] = []
  readonly #exe: Executable | undefined
  readonly #exeFile: number | undefined
  /** What stat said of `/proc/PID/exe`: known only where all is asked that lsof itself asks. */
  readonly #exeStat: FileStat | undefined
  readonly #look: FileLook
  readonly #noted: NotedFiles

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    this.#builder = new TableBuilder(view.table.columns.names)
    this.#selected = selectionOf(as)
    this.#fullPaths = hasFullPaths(view)
    this.#form = nameFormOf(as)
    this.#files = new FileNumbers(view.table)
    this.#exe = executableOf(as, facts)
    this.#exeFile = this.#exe && this.#files.ofFile(this.#exe.device, this.#exe.inode)
    this.#exeStat = facts.stats?.get('exe')
    this.#look = new FileLook(view, as, facts, this.#fullPaths)
    this.#noted = new NotedFiles(as)
  }

  project(): Projection {
    const { view } = this
    this.#executableFirst()
    for (const row of rowsInOrder(view, this.as)) {
      const file = this.#files.of(row)
      const unlisted = unlistedAs(view.table, row)
      if (unlisted !== undefined) this.#reason(unlisted, row)
      else if (file === this.#exeFile) this.#executableMapping(row, file)
      else {
        const made = this.#rowOf[file]
        if (made === undefined) this.#rowOf[file] = this.#file(row)
        else if (made === UNLISTED) this.#reason('deleted-is-del', row)
        else if (made === NOT_SELECTED) this.#reason('not-selected', row)
        else {
          this.#reason('one-row-per-inode', row)
          this.#noteExecutable(made, row)
        }
      }
    }
    const [table, reasons] = [this.#builder.build(), this.#reasons]
    const comparable = (name: Uint8Array): Uint8Array => this.#shown(this.#form.even(name))
    const from = Uint32Array.from(this.#from)
    const allowances = new Allowances({
      view,
      as: this.as,
      facts: this.facts,
      table,
      from,
      form: this.#form,
      fullPaths: this.#fullPaths,
      comparable,
      exe: this.#exe,
      executable: this.#executable,
      optional: this.#optional,
    })
    return {
      table,
      from,
      get reasons() {
        return reasons.all
      },
      comparable,
      allow: (row, field, actual, actualRow) => allowances.field(row, field, actual, actualRow),
      allowMissing: (row) => allowances.missing(row),
      allowExtra: (actual, row) => allowances.extra(actual, row),
      unknown: notKnown(this.facts, this.#exe),
    }
  }

  #reason(code: LsofReason, row: number): void {
    this.#reasons.add(code, row)
  }

  /** The row `txt`, which lsof prints before all mappings, from what stat said of the executable. */
  #executableFirst(): void {
    const { facts, view } = this
    const stat = this.#exeStat
    if (stat === undefined || this.#selected('txt') === false) return
    const { table } = view
    const row = this.#files.first(this.#exeFile)
    const mapped = table.pathnameBytes(row)
    const warnings = optionsOf(this.as)?.warnings !== false
    const write = (name: Uint8Array): Uint8Array => this.#shown(this.#form.write(name))
    if (!putExecutable(this.#builder, { facts, stat, write, mapped, warnings })) return
    if (this.#exeFile !== undefined) this.#rowOf[this.#exeFile] = this.#from.length
    this.#from.push(row < table.length ? row : NO_ROW)
  }

  /** A mapping of the executable: one row `txt` for all of them, or none. */
  #executableMapping(row: number, file: number): void {
    const exe = this.#exe
    if (exe === undefined || this.#selected('txt') === false || this.#rowOf[file] !== undefined) {
      this.#reason(this.#selected('txt') === false ? 'executable-is-txt' : 'one-row-per-inode', row)
      return
    }
    const made = this.#open(row)
    this.#rowOf[file] = made
    this.#builder.device(exe.device.major, exe.device.minor)
    this.#builder.bigint(INODE, exe.inode)
    this.#builder.file({ descriptor: 'txt' })
    if (exe.pathname !== undefined && !exe.pathname.includes('\ufffd'))
      this.#name(this.#shown(this.#form.write(encoder.encode(exe.pathname))))
    if (this.#selected('txt') === undefined) this.#optional.set(made, 'executable-is-txt')
  }

  /** The first mapping of a file; gives the projected row, UNLISTED or NOT_SELECTED. */
  #file(row: number): number {
    const { table } = this.view
    const inode = table.inode(row)
    const device = table.device(row)
    const seen = this.#seenName(row)
    const deleted = seen?.deleted ?? false
    const path = seen?.path
    const stat = this.#look.stat(path, row)
    const outcome = stat && this.#look.outcome(stat, device, inode, deleted)
    if (outcome?.file.descriptor === 'DEL' && this.#selected('DEL') === false) {
      this.#reason('deleted-is-del', row)
      return UNLISTED
    }
    const withoutMem = this.#selected('mem') === false
    if (withoutMem && (outcome === undefined ? !deleted : outcome.file.descriptor === 'mem')) {
      this.#reason('not-selected', row)
      return NOT_SELECTED
    }
    const made = this.#open(row)
    if (withoutMem && outcome === undefined) this.#optional.set(made, 'not-selected')
    if (stat !== undefined && isSocket(this.facts, stat)) {
      putSocket(this.#builder, this.facts, stat, optionsOf(this.as)?.withoutInternet === true)
      return made
    }
    const { type } = outcome?.file ?? {}
    const special = this.as.dialect === 'table' && (type === 'CHR' || type === 'BLK')
    if (special) this.#reason('special-file-device', row)
    const from = outcome?.found === 'the mapped file' ? { device: stat?.device, inode: stat?.inode } : { device, inode }
    const shownDevice = special ? this.#exeStat && outcome?.file.rdev : from.device
    if (shownDevice !== undefined) this.#builder.device(shownDevice.major, shownDevice.minor)
    if (from.inode === inode) copyU64(this.#builder, table, row, INODE)
    else if (from.inode !== undefined) this.#builder.bigint(INODE, from.inode)
    if (outcome !== undefined) this.#outcomeReasons(outcome, row, deleted)
    const isNoted = deleted && path !== undefined && this.#noted.has(device, inode, this.#form.write(path))
    const file = outcome?.file ?? notLookedAt(isNoted ? 'and not found' : seen?.deleted)
    this.#builder.file(this.#look.shown(file, from.device, from.inode))
    if (seen !== undefined) this.#seenAs(seen, row)
    if (deleted && this.#selected('DEL') !== true && outcome === undefined) this.#optional.set(made, 'deleted-is-del')
    this.#noteExecutable(made, row)
    return made
  }

  #open(row: number): number {
    this.#builder.openRow(this.view.table.line(row))
    this.#from.push(row)
    return this.#from.length - 1
  }

  /** The name of a file as it is printed. */
  #seenAs({ path, isWhole }: SeenName, row: number): void {
    const written = this.#form.write(path)
    if (written === path && isWhole && this.#fullPaths) {
      this.#builder.pathnameId(this.view.table.columns.nameIds[row] as number)
      return
    }
    if (!sameBytes(written, path)) this.#reason('name-escaped', row)
    this.#name(this.#shown(written))
  }

  #name(name: Uint8Array): void {
    this.#builder.pathname(name, 0, name.length)
  }

  /** As much of a listed name as the view can have. */
  #shown(name: Uint8Array): Uint8Array {
    return this.#fullPaths ? name : basename(name)
  }

  /** The name as lsof reads it, or undefined where the view has none. */
  #seenName(row: number): SeenName | undefined {
    const name = this.view.table.pathnameBytes(row)
    if (name === undefined || name.length === 0) return undefined
    const seen = seenName(name, this.view.dialect)
    if (seen.cutAtEnd) this.#reason('long-name-cut', row)
    if (seen.cutAtTab) this.#reason('tab-cuts-name', row)
    return seen
  }

  #outcomeReasons({ file, found }: Outcome, row: number, deleted: boolean): void {
    if (file.size !== undefined && file.size !== this.view.table.size(row)) this.#reason('size-is-file-size', row)
    if (found === 'the mapped file' && deleted) this.#reason('deleted-mark-dropped', row)
    if (file.note !== undefined) this.#reason(found === 'nothing' ? 'stat-failed' : 'replaced-on-disk', row)
  }

  /** Remembers which projected rows have an executable mapping: only such a file can be the executable. */
  #noteExecutable(made: number, row: number): void {
    const perms = this.view.table.perms(row)
    if (perms === undefined || perms[2] === 'x') this.#executable.add(made)
  }
}
