import type { View } from '../../../src/adapter.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'

/** Paths of which pmap may have cut the mark off. */
const LONG_PATH = 940

/** The programs that end a name at its first blank, and so before ` (deleted)`. */
const WITHOUT_MARKS = /^(?:busybox|suse)/

const NO_NAME = new Uint8Array(0)

/** What two views have of names in common. */
interface Spelling {
  named(name: Uint8Array): Uint8Array
  listed(name: Uint8Array): Uint8Array
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

  /** True where both rows may be of one device: of a special file a table shows the one that it stands for. */
  mayLieOn(row: number, actualRow: number): boolean {
    const device = this.view.table.device(row)
    const listed = this.as.table.device(actualRow)
    const { type } = this.as.table.file(actualRow) ?? {}
    if (device === undefined || listed === undefined || type === 'CHR' || type === 'BLK') return true
    return device.major === listed.major && device.minor === listed.minor
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
