import type { Facts, View } from '../../../src/adapter.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { NameForm } from '../names/form.js'
import type { LsofReason } from '../reasons.js'
import { type Executable, hidesProcess, isEnded } from './executable.js'
import { isFolded } from './folded.js'
import { hasName, NotesPutBack } from './note-or-name.js'
import { MappedSockets } from './sockets.js'
import { mayBeCut, spellingReason } from './spelling.js'

/** A projection, and what was known when it was made. */
export interface Projected {
  readonly view: View
  readonly as: View
  readonly facts: Facts
  readonly table: RegionTable
  /** For each projected row, the view's row it stands for. */
  readonly from: Uint32Array
  readonly form: NameForm
  readonly fullPaths: boolean
  comparable(name: Uint8Array): Uint8Array
  readonly exe: Executable | undefined
  /** Projected rows that may be the executable, where it is not known. */
  readonly executable: Set<number>
  /** Projected rows that may be missing, each with the rule. */
  readonly optional: ReadonlyMap<number, LsofReason>
}

/** The rules by which a listing may differ from its projection, for what nobody could know when it was made. */
export class Allowances {
  readonly #notes: NotesPutBack
  readonly #elsewhere: boolean
  /** Mapped sockets, unless the process is known to live where lsof ran. */
  readonly #sockets: MappedSockets | undefined

  constructor(readonly projected: Projected) {
    this.#notes = new NotesPutBack(projected.as, projected.comparable)
    const { sameMountNamespace } = projected.facts.process ?? {}
    this.#elsewhere = sameMountNamespace === false
    if (sameMountNamespace !== true) this.#sockets = new MappedSockets(projected.table, projected.as)
  }

  /** The rule by which a row shows another value of a field. */
  field(row: number, field: string, actual: View, actualRow: number): LsofReason | undefined {
    const { projected } = this
    const { view, table, from, form, fullPaths } = projected
    const ofFile = field.startsWith('file.')
    const isLookedAt = table.file(row)?.type !== undefined
    if (this.#elsewhere && !isLookedAt && (field === 'device' || ofFile)) return 'other-mount-namespace'
    if (field === 'file.descriptor' && !isLookedAt) return this.#descriptor(row, actual, actualRow)
    if (ofFile && actual.table.file(actualRow)?.type?.startsWith('UNKN')) return 'not-looked-at'
    const listed = actual.table.pathnameBytes(actualRow)
    const expected = table.pathnameBytes(row)
    if (field !== 'pathname' || listed === undefined || expected === undefined) return undefined
    if (this.#notes.of(actualRow) === latin1(expected)) return 'note-or-name'
    if (this.#sockets?.isNamed(row, actualRow)) return 'other-mount-namespace'
    if (isFolded(actual, projected.comparable(listed), expected)) return 'blanks-folded'
    if (isNamedWithServer(latin1(projected.comparable(listed)), latin1(expected))) return 'nfs-server'
    return spellingReason(view, from[row] as number, listed, form, fullPaths)
  }

  /** Where nobody looked at the file it may be the executable, or deleted, which a name that is cut does not say. */
  #descriptor(row: number, actual: View, actualRow: number): LsofReason | undefined {
    const { view, from } = this.projected
    if (actual.table.file(actualRow)?.descriptor === 'txt') return 'executable-is-txt'
    const name = view.table.pathnameBytes(from[row] as number)?.length ?? 0
    const listed = actual.table.pathnameBytes(actualRow)?.length ?? 0
    return view.adapter === 'pmap' && mayBeCut(Math.max(name, listed)) ? 'name-cut' : undefined
  }

  /** The rule by which a projected row is not listed. */
  missing(row: number): LsofReason | undefined {
    const { view, as, facts, table, from, optional, exe, executable } = this.projected
    const known = optional.get(row)
    if (known !== undefined) return known
    if (as.table.length === 0 && isEnded(facts.process)) return 'zombie-not-listed'
    if (as.table.length === 0 && hidesProcess(facts.process?.command)) return 'command-hides-process'
    if (this.#sockets?.isDescribed(row)) return 'other-mount-namespace'
    const name = view.table.pathnameBytes(from[row] as number) ?? new Uint8Array(0)
    if (this.#elsewhere && isMarkedDeleted(name)) return 'other-mount-namespace'
    if (exe === undefined && executable.has(row)) {
      // There is one executable, so only one missing file can be it.
      executable.clear()
      return 'executable-is-txt'
    }
    return this.#notes.has(table.pathnameBytes(row)) ? 'note-or-name' : undefined
  }

  /** The rule by which a row is listed that was not projected. */
  extra(actual: View, row: number): LsofReason | undefined {
    const { exe, table } = this.projected
    const file = actual.table.file(row)
    // The executable need not be mapped any more, and a kernel thread has a row txt of type unknown.
    const unmapped = exe === undefined || actual.table.inode(row) === exe.inode
    if (file?.descriptor === 'txt' && (unmapped || file.type === 'unknown')) return 'executable-is-txt'
    if (this.#sockets?.describes(actual, row)) return 'other-mount-namespace'
    if (file !== undefined && file.descriptor === undefined) return 'descriptor-not-told'
    return hasName(table, this.#notes.of(row)) ? 'note-or-name' : undefined
  }
}

/** ` (server:/export)`, as lsof puts it behind a name. */
const SERVER = /^ \([^()]+:\/[^()]*\)$/

function isNamedWithServer(listed: string, name: string): boolean {
  return listed.startsWith(name) && SERVER.test(listed.slice(name.length))
}
