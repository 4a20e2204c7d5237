import type { Facts, View } from '../../../src/adapter.js'
import { sameDevice } from '../../../src/model/device.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import { nameFormOf } from '../names/form.js'
import { showsSizes, usesMapFiles } from './call.js'
import { impossibleRows } from './impossible-rows.js'
import { listedKeys, SHORTEST_CUT, type ShownNames } from './listed-keys.js'
import { shownKeys } from './shown-keys.js'

const SHMID = /^ {2}\[ shmid=0x([0-9a-f]+) \]$/
const SYSV = 'SYSV'

/** Paths of which pmap may have cut the mark off. */
const LONG_PATH = SHORTEST_CUT - ' (deleted)'.length

/** lsof reads 4,096 bytes of a line of maps, so that a longer path has lost its last part. */
const LONGEST_PATH = 4096 - 73

/** The modes that have a row for each mapping. */
const EVERY_ROW = /^(?:toybox|default$|d$)/

const NO_NAME = new Uint8Array(0)
const MAPPED: ReadonlySet<string | undefined> = new Set(['mem', 'DEL'])

/** The number of the System V segment that a row of pmap is of; undefined for any other row. */
export function shmidOf(name: Uint8Array): bigint | undefined {
  const digits = name[0] === 0x20 ? SHMID.exec(latin1(name))?.[1] : undefined
  return digits === undefined ? undefined : BigInt(`0x${digits}`)
}

/** The files of a listing, found by what a view without inodes shows of them: names as it spells them, marks, and devices. */
export class ListedFiles {
  /** The rows of what is mapped, in their order. */
  readonly mapped: readonly number[]
  /** Rows of what is mapped whose paths are too long for one of the two tools. */
  readonly cutShort: readonly number[]
  /** Those whose path lsof did not read to its end, beside a view that has a row for each mapping, whatever it is called. */
  readonly unread: readonly number[]
  /** Rows that do not stand where their file is first mapped: the executable's, and those that do not say what they are. */
  readonly anywhere: ReadonlySet<number>
  /** Rows that no lsof prints. */
  readonly impossible: ReadonlySet<number>
  readonly #found: (readonly number[] | undefined)[] = []
  readonly #byKey: ReadonlyMap<string, readonly number[]>
  /** True where lsof looked at the files otherwise than by their paths. */
  readonly #isElsewhere: boolean
  readonly #sized: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
    readonly shown: ShownNames,
  ) {
    const { table } = as
    this.impossible = impossibleRows(as, facts)
    this.#sized = showsSizes(as)
    const rows = Array.from({ length: table.length }, (_, row) => row)
    const possible = rows.filter((row) => MAPPED.has(table.file(row)?.descriptor) && !this.impossible.has(row))
    this.mapped = possible.filter((row) => !this.isCutShort(row))
    this.cutShort = possible.filter((row) => this.isCutShort(row))
    this.unread = EVERY_ROW.test(view.dialect) ? this.cutShort.filter((row) => this.#lengthOf(row) >= LONGEST_PATH) : []
    const mapped = new Set(this.mapped)
    this.anywhere = new Set(rows.filter((row) => !mapped.has(row)))
    this.#byKey = rowsByKey(as, shown)
    this.#isElsewhere = facts.process?.sameMountNamespace === false && usesMapFiles(as)
  }

  /** True for a listed path that lsof did not read to its end, or of whose line of maps pmap made more than one row. */
  isCutShort(file: number): boolean {
    const length = this.#lengthOf(file)
    return length >= LONGEST_PATH || (length > SHORTEST_CUT && this.view.diagnostics.count('bogus-row') > 0)
  }

  #lengthOf(file: number): number {
    return this.as.table.pathnameBytes(file)?.length ?? 0
  }

  /** The listed rows that a row of the view may be of. */
  of(row: number): readonly number[] {
    let found = this.#found[row]
    if (found === undefined) {
      found = this.#find(row)
      this.#found[row] = found
    }
    return found
  }

  #find(row: number): readonly number[] {
    const name = this.view.table.pathnameBytes(row) ?? NO_NAME
    const shmid = shmidOf(name)
    if (shmid !== undefined) return this.mapped.filter((file) => this.#isSegment(file, shmid))
    const found = shownKeys(name, this.shown).flatMap((key) => this.#byKey.get(key) ?? [])
    const isShared = this.view.table.perms(row)?.[3] === 's'
    return found.filter(
      (file) => this.#mayBeMarked(row, name, file) && this.mayLieOn(row, file) && !(isShared && this.#isZero(file)),
    )
  }

  /** True for the device /dev/zero: where it is mapped shared the kernel puts memory of its own, which is DEL. */
  #isZero(file: number): boolean {
    const { type, rdev } = this.as.table.file(file) ?? {}
    return type === 'CHR' && rdev !== undefined && sameDevice(rdev, { major: 1, minor: 5 })
  }

  /** True for what may lie on the kernel's own device of memory files, and not on that of huge pages. */
  mayBeSmall(file: number): boolean {
    const { sysvDevice } = this.facts
    const device = this.as.table.device(file)
    return sysvDevice === undefined || device === undefined || sameDevice(device, sysvDevice)
  }

  #isSegment(file: number, shmid: bigint): boolean {
    const { table } = this.as
    if (!this.mayBeSmall(file)) return false
    return table.inode(file) === shmid && latin1(table.pathnameBytes(file) ?? NO_NAME).includes(SYSV)
  }

  /** Only what is marked deleted is listed as DEL; a long name may have lost its mark. */
  #mayBeMarked(row: number, name: Uint8Array, file: number): boolean {
    const { table } = this.as
    const { descriptor } = table.file(file) ?? {}
    const listed = table.pathnameBytes(file) ?? NO_NAME
    if (this.shown.cutsAtBlank) return true
    // What the link of the executable says has the mark, too.
    if (descriptor === 'txt') return isMarkedDeleted(listed) === isMarkedDeleted(name) || listed.length >= LONG_PATH
    // What is marked deleted and not found is listed as DEL.
    if (descriptor !== 'DEL') return !this.#isNotFound(file) || !isMarkedDeleted(name)
    return isMarkedDeleted(name) || listed.length >= LONG_PATH || this.isMadeUp(row)
  }

  /** True for what lsof did not find: it says so in a note, or shows no size where it shows sizes. */
  #isNotFound(file: number): boolean {
    const { descriptor, type, size, note } = this.as.table.file(file) ?? {}
    if (note !== undefined) return true
    return this.#sized && descriptor === 'mem' && type === 'REG' && size === undefined
  }

  /** True where a file that is called nobody knows how may first be mapped. */
  mayBeUnread(row: number, file: number): boolean {
    return this.unread.includes(file) && !this.isMadeUp(row) && this.mayLieOn(row, file)
  }

  /** True for a row whose name says nothing of a file. */
  isMadeUp(row: number): boolean {
    const name = this.view.table.pathnameBytes(row) ?? NO_NAME
    return name.length === 0 || (name[0] === 0x20 && name[1] === 0x20 && name[2] === 0x5b)
  }

  /** True where both may be on one device: of a special file a table alone shows the device that it stands for. */
  mayLieOn(row: number, file: number): boolean {
    const device = this.view.table.device(row)
    const listed = this.as.table.device(file)
    const { type, descriptor } = this.as.table.file(file) ?? {}
    const isSpecial = this.as.dialect === 'table' && (type === 'CHR' || type === 'BLK')
    if (device === undefined || listed === undefined || isSpecial) return true
    return sameDevice(device, listed) || (descriptor !== 'DEL' && this.#isElsewhere)
  }
}

function rowsByKey(as: View, shown: ShownNames): ReadonlyMap<string, readonly number[]> {
  const { table } = as
  const form = nameFormOf(as)
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined) continue
    for (const key of listedKeys(name, table.file(row) ?? {}, form, shown)) {
      const known = rows.get(key)
      if (known === undefined) rows.set(key, [row])
      else known.push(row)
    }
  }
  return rows
}
