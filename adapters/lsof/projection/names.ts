import type { Facts, Projection, Reason, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyDevice } from '../../../src/model/copy.js'
import { INODE } from '../../../src/model/fields.js'
import { basename, isMarkedDeleted, latin1, sameBytes, withoutDeletedMark } from '../../../src/model/pathname.js'
import { type NameForm, nameFormOf } from '../names/form.js'
import type { LsofReason } from '../reasons.js'
import { usesMapFiles } from './call.js'
import { impossibleRows } from './impossible-rows.js'
import { isInOrder } from './in-order.js'
import { ListedNames } from './listed-names.js'
import { bytesOf, executableOf, fromSlash, lastPart, questionMarks } from './name-parts.js'
import { type Selection, selectionOf } from './selection.js'
import { hasFullPaths } from './spelling.js'

const SHMID = /^ {2}\[ shmid=0x([0-9a-f]+) \]$/

/** What pmap begins a name with that it made up itself. */
const MADE_UP = '  [ '

/** Paths that pmap may have cut: it reads 1,023 bytes of a line, 73 of them before the name. */
const LONG_PATH = 950

/** Where addresses have 32 bits there are 49 before it. */
const LONGEST = 974

const SLASH = 0x2f
const SYSV = 'SYSV'
const MARK = / \(deleted\)$/

/**
 * What lsof shows of a view that has ranges but no inodes (pmap without -X): a row for each name.
 *
 * Much is lost on the way: pmap shows the last part of a path, `?` for what is not printable, and `[ anon ]` for a name without a
 * slash. What is left is that each name must be listed, and nothing listed that has no name here.
 */
export function projectNames(view: View, as: View, facts: Facts): Projection {
  return new LsofNames(view, as, facts).project()
}

class LsofNames {
  readonly #builder: TableBuilder = new TableBuilder()
  readonly #from: number[] = []
  readonly #reasons: Reason[] = []
  readonly #optional: Set<number> = new Set()
  readonly #executable: Set<number> = new Set()
  /** The projected row of each name, by the name and, where it is shown, the device. */
  readonly #rowsOf: Map<string, number> = new Map()
  readonly #names: Set<string> = new Set()
  /** True when the view shows whole paths. */
  readonly #fullPaths: boolean
  readonly #listed: ListedNames
  /** The rows of the listing that are segments which the view shows by their numbers. */
  readonly #shmids: number[] = []
  readonly #selected: Selection
  readonly #exe: string | undefined
  readonly #form: NameForm
  /** The rows of the listing whose paths pmap cannot have shown whole. */
  readonly #longPaths: readonly number[]
  /** The projected row that says so of what cannot be. */
  #wrong: number | undefined
  /** Rows of the listing that no lsof prints. */
  readonly #impossible: ReadonlySet<number>
  /** True where lsof may have looked at the files otherwise than by their paths. */
  readonly #mayBeElsewhere: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    facts: Facts,
  ) {
    this.#selected = selectionOf(as)
    this.#exe = executableOf(as, facts)
    this.#form = nameFormOf(as)
    this.#fullPaths = hasFullPaths(view)
    this.#listed = new ListedNames(view, as, {
      named: (name) => this.#part(name),
      listed: (name) => this.#shown(name),
      executable: this.#exe,
      listsDeleted: this.#selected('DEL') === true && this.#selected('mem') === true,
    })
    this.#longPaths = Array.from(as.table, (_, row) => row).filter((row) => this.#listedName(row).length > LONG_PATH)
    this.#impossible = impossibleRows(as, facts)
    this.#mayBeElsewhere = facts.process?.sameMountNamespace !== true && usesMapFiles(as)
  }

  project(): Projection {
    // Rows that must be there come first, so that they meet their partners before those that may be missing.
    for (const deleted of [false, true]) this.#rows(deleted)
    if (this.#impossible.size > 0 || !isInOrder(this.view, this.as, this.#listed)) this.#otherwise()
    return {
      table: this.#builder.build(),
      from: Uint32Array.from(this.#from),
      reasons: this.#reasons,
      comparable: (name) => this.#shown(name),
      allow: (row, field, actual, actualRow) => {
        if (field === 'device')
          return this.#listed.onDevices(this.#from[row] as number, actualRow) ? 'basename-only' : undefined
        const mayBe = field === 'pathname' && this.#mayBe(row, actual.table.pathnameBytes(actualRow))
        return mayBe ? 'bytes-as-question-marks' : undefined
      },
      allowMissing: (row) => this.#allowMissing(row),
      allowExtra: (actual, row) => this.#allowExtra(actual, row),
      unknown: ['inodes, so files are told apart by their names alone'],
    }
  }

  /** A row that cannot be there, in place of those that are there and cannot be. */
  #otherwise(): void {
    this.#wrong = this.#from.length
    this.#builder.openRow(0)
    this.#builder.file({ descriptor: 'mem' })
    this.#from.push(0)
  }

  #rows(deleted: boolean): void {
    const { table } = this.view
    for (let row = 0; row < table.length; row++) {
      const name = table.pathnameBytes(row) ?? new Uint8Array(0)
      const text = latin1(name)
      const shmid = SHMID.exec(text)?.[1]
      if ((shmid !== undefined || isMarkedDeleted(name)) !== deleted) continue
      if (name.length === 0 || (shmid === undefined && text.startsWith(MADE_UP) && text.endsWith(' ]')))
        this.#reason('anonymous-not-listed', row)
      else if (latin1(lastPart(name)) === this.#exe && this.#selected('txt') !== true)
        this.#reason('executable-is-txt', row)
      else {
        const made = this.#rowsOf.get(this.#keyOf(row, text))
        if (made === undefined) this.#file(row, name, shmid)
        else {
          this.#reason('one-row-per-inode', row)
          this.#noteExecutable(made, row)
        }
      }
    }
  }

  #file(row: number, name: Uint8Array, shmid: string | undefined): void {
    const made = this.#from.length
    const text = latin1(name)
    this.#names.add(text)
    this.#rowsOf.set(this.#keyOf(row, text), made)
    this.#builder.openRow(this.view.table.line(row))
    this.#from.push(row)
    copyDevice(this.#builder, this.view.table, row)
    if (shmid === undefined) {
      const part = this.#part(name)
      this.#builder.pathname(part, 0, part.length)
      if (this.#listed.mustBeMem(row)) this.#builder.file({ descriptor: 'mem' })
    } else this.#segment(BigInt(`0x${shmid}`))
    if ((shmid !== undefined || isMarkedDeleted(name)) && this.#selected('DEL') !== true) this.#optional.add(made)
    this.#noteExecutable(made, row)
  }

  /** A segment of System V shared memory, whose path ends with its key. */
  #segment(shmid: bigint): void {
    this.#builder.bigint(INODE, shmid)
    const { table } = this.as
    for (let row = 0; row < table.length; row++) {
      const name = this.#listedName(row)
      if (table.inode(row) !== shmid || !name.includes(SYSV)) continue
      this.#shmids.push(row)
      const path = bytesOf(name.replace(MARK, ''))
      const shown = this.#shown(path)
      this.#builder.pathname(shown, 0, shown.length)
      return
    }
  }

  /** The name of a row of the listing, one character a byte. */
  #listedName(row: number): string {
    return latin1(this.as.table.pathnameBytes(row) ?? new Uint8Array(0))
  }

  #keyOf(row: number, text: string): string {
    const device = this.view.table.device(row)
    return device === undefined ? text : `${text}\0${device.major}:${device.minor}`
  }

  /** Remembers which projected rows have an executable mapping: only such a file can be the executable. */
  #noteExecutable(made: number, row: number): void {
    if (this.view.table.perms(row)?.[2] === 'x') this.#executable.add(made)
  }

  #reason(code: LsofReason, row: number): void {
    this.#reasons.push({ code, row })
  }

  #allowMissing(row: number): LsofReason | undefined {
    if (row === this.#wrong) return undefined
    if (this.#optional.has(row)) return 'deleted-is-del'
    const name = latin1(this.#part(this.view.table.pathnameBytes(this.#from[row] as number) ?? new Uint8Array(0)))
    const source = this.#from[row] as number
    const mayBe = (listed: number): boolean =>
      this.#listedName(listed).includes(name) && (this.#mayBeElsewhere || this.#listed.mayLieOn(source, listed))
    if (this.#longPaths.some(mayBe)) return 'long-name-cut'
    if (this.#listed.isListedUpToTab(name)) return 'tab-cuts-name'
    if (this.#exe !== undefined || !this.#executable.has(row)) return undefined
    // There is one executable, so only one missing name can be it.
    this.#executable.clear()
    return 'executable-is-txt'
  }

  #allowExtra(actual: View, row: number): LsofReason | undefined {
    const name = actual.table.pathnameBytes(row)
    if (actual.table.file(row)?.descriptor === 'txt') return 'executable-is-txt'
    if (name === undefined || this.#impossible.has(row)) return undefined
    if (!name.includes(SLASH)) return 'brackets-as-anon'
    if (name.length > LONG_PATH) return this.#isCut(name) ? 'long-name-cut' : undefined
    const shown = latin1(this.#shown(name))
    if (this.#listed.isUnmarked(row) || this.#listed.isUnaccounted(row, this.#mayBeElsewhere)) return undefined
    if (shown.includes(SYSV) && this.#shmids.some((one) => this.#listed.areOnOneDevice(one, row))) return undefined
    if (this.#names.has(shown) || this.#names.has(`${shown} (deleted)`)) return 'basename-only'
    return this.#listed.isCutAtTab(shown) ? 'tab-cuts-name' : undefined
  }

  /** True when some name here may be what pmap read of a path that is too long for it. */
  #isCut(name: Uint8Array): boolean {
    // With -x a row that is none stands in its place.
    if (this.view.diagnostics.count('bogus-row') > 0) return true
    const path = this.#form.read(name, 'as control bytes')
    for (let length = LONG_PATH; length <= Math.min(path.length, LONGEST); length++) {
      if (this.#names.has(latin1(this.#part(path.subarray(0, length))))) return true
    }
    return path.length < LONGEST && this.#names.has(`${latin1(this.#part(path))} (deleted)`)
  }

  /** What pmap shows of the file that lsof calls so. */
  #shown(name: Uint8Array, carets: 'as control bytes' | 'as they are' = 'as control bytes'): Uint8Array {
    const read = this.#form.read(name, carets)
    return questionMarks(this.#fullPaths ? fromSlash(read) : basename(read))
  }

  /** As much of a name as is held against the listed one. */
  #part(name: Uint8Array): Uint8Array {
    return this.#fullPaths ? questionMarks(fromSlash(withoutDeletedMark(name))) : lastPart(name)
  }

  #mayBe(row: number, name: Uint8Array | undefined): boolean {
    const expected = this.view.table.pathnameBytes(this.#from[row] as number)
    return (
      name !== undefined && expected !== undefined && sameBytes(this.#part(expected), this.#shown(name, 'as they are'))
    )
  }
}
