import type { View } from '../../../src/adapter.js'
import { sameDevice } from '../../../src/model/device.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'

/** Paths of which pmap may have cut the mark off. */
const LONG_PATH = 940

/** The programs that end a name at its first blank, and so before ` (deleted)`. */
const WITHOUT_MARKS = /^(?:busybox|suse)/

const NO_NAME = new Uint8Array(0)

/** What two views have of names in common, and what the listing was asked for. */
interface Spelling {
  named(name: Uint8Array): Uint8Array
  listed(name: Uint8Array): Uint8Array
  /** The name of the executable, where it is known. */
  readonly executable: string | undefined
  /** True where rows DEL were asked for. */
  readonly listsDeleted: boolean
}

/** The rows of a listing by the names that a view without inodes has for them: several files may be called the same. */
export class ListedNames {
  /** By name: the rows of the view, and of the listing. */
  readonly #named: ReadonlyMap<string, readonly number[]>
  readonly #listed: ReadonlyMap<string, readonly number[]>
  readonly #showsMarks: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    readonly spelling: Spelling,
  ) {
    this.#named = rowsByName(view.table, (name) => spelling.named(name))
    this.#listed = rowsByName(as.table, (name) => spelling.listed(name))
    this.#showsMarks = view.adapter === 'pmap' && !WITHOUT_MARKS.test(view.dialect)
  }

  /** True for a row of the view that cannot be listed as DEL: only what is marked deleted is. */
  mustBeMem(row: number): boolean {
    const name = this.view.table.pathnameBytes(row) ?? NO_NAME
    if (!this.#showsMarks || isMarkedDeleted(name) || name.length >= LONG_PATH) return false
    const key = latin1(this.spelling.named(name))
    const listed = this.#listed.get(key) ?? []
    const gone = listed.filter((each) => this.#isGone(each))
    if (gone.length === 0 || gone.some((each) => this.#isLong(each))) return false
    return gone.length === listed.length || !this.#isMarked(key)
  }

  /** True for a listed row DEL of a file that no row of the view marks deleted. */
  isUnmarked(actualRow: number): boolean {
    if (!this.#showsMarks || !this.#isGone(actualRow) || this.#isLong(actualRow)) return false
    return !this.#isMarked(latin1(this.spelling.listed(this.as.table.pathnameBytes(actualRow) ?? NO_NAME)))
  }

  /** True for a listed row that no row of the view is left for: every file that is listed has one. */
  isUnaccounted(actualRow: number, mayBeElsewhere: boolean): boolean {
    const key = latin1(this.spelling.listed(this.as.table.pathnameBytes(actualRow) ?? NO_NAME))
    const named = this.#named.get(key)
    if (named === undefined || this.view.adapter !== 'pmap' || this.view.diagnostics.count('bogus-row') > 0)
      return false
    const sameKind = (this.#listed.get(key) ?? []).filter((each) => !this.#isGone(actualRow) || this.#isGone(each))
    const marked = named.filter((row) => isMarkedDeleted(this.view.table.pathnameBytes(row) ?? NO_NAME))
    const left = this.#isGone(actualRow) && this.#showsMarks ? marked : named
    if (sameKind.length > left.length) return true
    return (this.#isGone(actualRow) || !mayBeElsewhere) && !left.some((row) => this.mayLieOn(row, actualRow))
  }

  /** True when files of that name are listed on the device of a row of the view, and shown on the device of a listed row. */
  onDevices(row: number, actualRow: number): boolean {
    const key = latin1(this.spelling.named(this.view.table.pathnameBytes(row) ?? NO_NAME))
    const isListed = this.#listed.get(key)?.some((each) => each !== actualRow && this.mayLieOn(row, each))
    return isListed === true && this.#named.get(key)?.some((each) => this.mayLieOn(each, actualRow)) === true
  }

  /** The rows of the view that a listed row may be of, where it is held against any; else undefined. */
  mayBeOf(actualRow: number): readonly number[] | undefined {
    if (this.#isLong(actualRow)) return undefined
    const key = latin1(this.spelling.listed(this.as.table.pathnameBytes(actualRow) ?? NO_NAME))
    const isGone = this.#isGone(actualRow) && this.#showsMarks
    return this.#named
      .get(key)
      ?.filter((row) => !isGone || isMarkedDeleted(this.view.table.pathnameBytes(row) ?? NO_NAME))
  }

  /** The first row of the view with the name of a listed row; undefined where that may be of a file that is not listed below. */
  firstOf(actualRow: number): number | undefined {
    const rows = this.mayBeOf(actualRow)
    const key = latin1(this.spelling.listed(this.as.table.pathnameBytes(actualRow) ?? NO_NAME))
    const isExecutable = this.#listed.get(key)?.some((row) => this.as.table.file(row)?.descriptor === 'txt') === true
    const first = this.#named.get(key)?.[0]
    if (rows === undefined || first === undefined || isExecutable || this.#isExecutable(key)) return undefined
    return isMarkedDeleted(this.view.table.pathnameBytes(first) ?? NO_NAME) && !this.spelling.listsDeleted
      ? undefined
      : first
  }

  /** True when lsof may have ended that name at a TAB, where pmap shows a question mark and goes on. */
  isCutAtTab(listed: string): boolean {
    return [...this.#named.keys()].some((name) => name.startsWith(`${listed}?`))
  }

  /** True when a row of the listing may have that name up to a TAB. */
  isListedUpToTab(name: string): boolean {
    return [...this.#listed.keys()].some((listed) => name.startsWith(`${listed}?`))
  }

  /** True for two rows of the listing that are on one device. */
  areOnOneDevice(actualRow: number, other: number): boolean {
    const [one, two] = [this.as.table.device(actualRow), this.as.table.device(other)]
    return one !== undefined && two !== undefined && sameDevice(one, two)
  }

  /** True where both rows may be of one device: of a special file a table shows the one that it stands for. */
  mayLieOn(row: number, actualRow: number): boolean {
    const device = this.view.table.device(row)
    const listed = this.as.table.device(actualRow)
    const { type } = this.as.table.file(actualRow) ?? {}
    if (device === undefined || listed === undefined || type === 'CHR' || type === 'BLK') return true
    return sameDevice(device, listed)
  }

  #isExecutable(key: string): boolean {
    const { executable } = this.spelling
    return executable !== undefined && (key === executable || key.endsWith(`/${executable}`))
  }

  #isGone(actualRow: number): boolean {
    return this.as.table.file(actualRow)?.descriptor === 'DEL'
  }

  #isLong(actualRow: number): boolean {
    return (this.as.table.pathnameBytes(actualRow)?.length ?? 0) >= LONG_PATH
  }

  #isMarked(key: string): boolean {
    const rows = this.#named.get(key) ?? []
    return rows.some((row) => isMarkedDeleted(this.view.table.pathnameBytes(row) ?? NO_NAME))
  }
}

function rowsByName(table: RegionTable, spell: (name: Uint8Array) => Uint8Array): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined) continue
    const key = latin1(spell(name))
    const known = rows.get(key)
    if (known === undefined) rows.set(key, [row])
    else known.push(row)
  }
  return rows
}
