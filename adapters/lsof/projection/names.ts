import type { Facts, Projection, Reason, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyDevice } from '../../../src/model/copy.js'
import { INODE } from '../../../src/model/fields.js'
import { withoutDeletedMark } from '../../../src/model/pathname.js'
import { isBefore } from '../../../src/model/version.js'
import { type NameForm, nameFormOf } from '../names/form.js'
import type { LsofReason } from '../reasons.js'
import { type FirstMappings, firstMappings } from './first-mappings.js'
import { ListedFiles, shmidOf } from './listed-files.js'
import { partOf, SHORTEST_CUT, type ShownNames } from './listed-keys.js'
import { longPathsWithoutRow } from './long-paths.js'
import { bytesOf, executableOf } from './name-parts.js'
import { ofSameNumber } from './same-number.js'
import { hasFullPaths } from './spelling.js'
import { unlistedRule } from './unlisted-as.js'

/** The programs that end a name at its first blank, and so before ` (deleted)`. */
const CUTS_AT_BLANK = /^(?:busybox|suse)/

/** The programs that print a name of the kernel's own as it is. */
const KEEPS_NAMES = /^(?:busybox|toybox|suse)/

const NO_NAME = new Uint8Array(0)
const SLASH = 0x2f

/**
 * What lsof shows of a view that has ranges but no inodes (pmap without -X): a row for each file.
 *
 * Much is lost on the way: pmap shows the last part of a path, `?` for what is not printable, and `[ anon ]` for a name without a
 * slash, and files that are called alike cannot be told apart. What is left is that each listed file begins somewhere, all in the
 * order of the list, and that each mapping of a file is one of a listed file that began there or below.
 */
export function projectNames(view: View, as: View, facts: Facts): Projection {
  return new LsofNames(view, as, facts).project()
}

class LsofNames {
  readonly #builder: TableBuilder = new TableBuilder()
  readonly #from: number[] = []
  readonly #reasons: Reason[] = []
  readonly #shown: ShownNames
  readonly #form: NameForm
  readonly #files: ListedFiles
  readonly #unlistedAs: (row: number) => LsofReason | undefined
  readonly #first: FirstMappings
  /** The projected rows that no listed row is left for, by name and device. */
  readonly #missing: Map<string, number> = new Map()
  /** Those of them that may be the executable, where it is not known. */
  readonly #executable: Set<number> = new Set()
  readonly #isRange: boolean
  /** Listed files with long paths of which the view has no row. */
  readonly #withoutRow: ReadonlySet<number>

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    const { dialect, source } = view
    this.#shown = {
      fullPaths: hasFullPaths(view),
      makesUp: !KEEPS_NAMES.test(dialect),
      cutsAtBlank: CUTS_AT_BLANK.test(dialect),
      hidesTabs: KEEPS_NAMES.test(dialect) || source.version === undefined || isBefore(source.version, '4.0.5'),
    }
    this.#form = nameFormOf(as)
    this.#files = new ListedFiles(view, as, facts, this.#shown)
    this.#withoutRow = longPathsWithoutRow(this.#files)
    this.#unlistedAs = unlistedRule(view, as, facts)
    this.#isRange = source.argv?.some((word) => /^-[a-zA-Z]*A|^--range/.test(word)) ?? false
    const { anywhere, unread } = this.#files
    const mayHaveRow = unread.filter((file) => !this.#withoutRow.has(file))
    const mapped = [...this.#files.mapped, ...mayHaveRow].sort((a, b) => a - b)
    this.#first = firstMappings(
      view.table.length,
      this.#isRange ? [] : mapped,
      {
        filesOf: (row) => this.#files.of(row),
        mayBegin: (row, file) => this.#files.mayBeUnread(row, file),
        othersOf: (row) => ofSameNumber(this.#files, row),
        isFree: (row) => this.#unlistedAs(row) !== undefined,
      },
      this.#isRange ? new Set([...anywhere, ...mapped]) : anywhere,
    )
  }

  project(): Projection {
    const { begins, unlisted } = this.#first
    const without = new Set(unlisted)
    const executable = this.#executableFirst()
    for (let row = 0; row < this.view.table.length; row++) {
      if (row === executable) continue
      const file = begins.get(row)
      if (file !== undefined) this.#begin(row, file)
      else if (without.has(row)) this.#miss(row)
      else this.#reason(this.#files.of(row).length > 0 ? 'one-row-per-inode' : this.#unlistedAs(row), row)
    }
    this.#otherwise()
    return {
      table: this.#builder.build(),
      from: Uint32Array.from(this.#from),
      reasons: this.#reasons,
      comparable: (name) => this.#part(this.#form.read(name, 'as control bytes')),
      allowMissing: (row) => this.#allowMissing(row),
      allowExtra: (actual, row) => this.#allowExtra(actual, row),
      unknown: ['inodes, so files are told apart by their names alone'],
    }
  }

  /** The row `txt`, which lsof lists before all mappings; gives the lowest mapping that may be of it. */
  #executableFirst(): number | undefined {
    const { table } = this.as
    const { begins } = this.#first
    for (let file = 0; file < table.length; file++) {
      if (table.file(file)?.descriptor !== 'txt' || this.#files.impossible.has(file)) continue
      for (let row = 0; row < this.view.table.length; row++) {
        if (begins.has(row) || !this.#files.of(row).includes(file)) continue
        this.#begin(row, file)
        return row
      }
    }
    return undefined
  }

  /** The row of a file, at its first mapping: the name is the listed one, for it may be that. */
  #begin(row: number, file: number): void {
    const { as, view } = this
    const listed = as.table.pathnameBytes(file) ?? NO_NAME
    this.#open(row)
    const shmid = shmidOf(view.table.pathnameBytes(row) ?? NO_NAME)
    if (shmid !== undefined) this.#builder.bigint(INODE, shmid)
    copyDevice(this.#builder, as.table, file)
    this.#name(this.#form.read(listed, 'as control bytes'))
    if (!listed.includes(SLASH)) this.#reason('brackets-as-anon', row)
    else if (listed.length > SHORTEST_CUT) this.#reason('long-name-cut', row)
  }

  /** The row that a mapping should have. */
  #miss(row: number): void {
    const { table } = this.view
    const name = withoutDeletedMark(table.pathnameBytes(row) ?? NO_NAME)
    const device = table.device(row)
    const key = `${partOf(name, this.#shown)}\0${device?.major}:${device?.minor}`
    let made = this.#missing.get(key)
    if (made === undefined) {
      made = this.#open(row)
      this.#missing.set(key, made)
      copyDevice(this.#builder, table, row)
      this.#name(name)
    } else this.#reason('one-row-per-inode', row)
    if (table.perms(row)?.[2] === 'x') this.#executable.add(made)
  }

  /** A row that cannot be there, where a listed file that has no row would seem to be that of one without a file. */
  #otherwise(): void {
    const { table } = this.as
    const names = new Set([...this.#missing.keys()].map((key) => key.split('\0')[0]))
    const begun = new Set(this.#first.begins.values())
    for (let file = 0; file < table.length; file++) {
      if (begun.has(file)) continue
      const name = this.#form.read(table.pathnameBytes(file) ?? NO_NAME, 'as control bytes')
      if (!names.has(partOf(name, this.#shown))) continue
      this.#open(0)
      this.#builder.file({ descriptor: 'mem' })
      return
    }
  }

  #open(row: number): number {
    this.#builder.openRow(this.view.table.line(row))
    return this.#from.push(row) - 1
  }

  #name(name: Uint8Array): void {
    const part = this.#part(name)
    this.#builder.pathname(part, 0, part.length)
  }

  #part(name: Uint8Array): Uint8Array {
    return bytesOf(partOf(name, this.#shown))
  }

  #reason(code: LsofReason | undefined, row: number): void {
    if (code !== undefined) this.#reasons.push({ code, row })
  }

  #allowMissing(row: number): LsofReason | undefined {
    if (executableOf(this.as, this.facts) !== undefined || !this.#executable.has(row)) return undefined
    // There is one executable, so only one missing name can be it.
    this.#executable.clear()
    return 'executable-is-txt'
  }

  #allowExtra(actual: View, row: number): LsofReason | undefined {
    const { descriptor } = actual.table.file(row) ?? {}
    if (descriptor === 'txt') return 'executable-is-txt'
    if (descriptor === undefined) return 'descriptor-not-told'
    if (this.#files.impossible.has(row)) return undefined
    if (this.#isRange) return 'outside-range'
    const hasNoRow = this.#withoutRow.has(row) || (this.#files.unread.includes(row) && this.#first.unmapped.has(row))
    return this.#files.isCutShort(row) && !hasNoRow ? 'long-name-cut' : undefined
  }
}
