import type { View } from '../../../src/adapter.js'
import { HAS_PATHNAME, HAS_START } from '../../../src/model/fields.js'
import { latin1, sameBytes } from '../../../src/model/pathname.js'
import type { Clean } from './clean.js'
import { DEPENDS, KnownNames, NOT_MET, rowsAround } from './known-names.js'
import {
  asciiOnly,
  isMadeUp,
  isPlain,
  isWithoutPlace,
  type Mapping,
  type NameRules,
  type PrintedName,
  prefixed,
  wideName,
} from './name.js'
import type { PmapReason } from './reasons.js'
import { type MappingFacts, RowMapping } from './row-mapping.js'
import type { Shown } from './shown.js'
import type { ShownColumns } from './shown-columns.js'

const NAMED: number = HAS_PATHNAME | HAS_START

const NONE: readonly PmapReason[] = []

/** How a pmap prints names. */
export interface Naming {
  readonly shown: Shown
  /** How the richer view shows mappings, where that is of a pmap itself. */
  readonly before: Shown | undefined
  readonly rules: NameRules
  readonly clean: Clean
  /** True when the richer view has lost the paths, so that only their last parts can be held against each other. */
  readonly lastPartsOnly: boolean
}

/** The names that pmap prints for the rows of a view. A name that prints alike wherever it stands is made once. */
export class RowNames {
  /** Names before their bytes were cleaned, for the rows where that changed them. */
  readonly uncleaned: Map<number, Uint8Array> = new Map()
  readonly longLines: Set<number> = new Set()
  /** True when both are layouts of pmap that make the same names up: [ anon ], [ stack ], [ shmid=0x1 ]. */
  readonly madeUp: boolean
  readonly #known: KnownNames
  /** Why the names of rows are printed so that were made for them alone. */
  readonly #reasons: Map<number, readonly PmapReason[]> = new Map()

  constructor(
    readonly view: View,
    readonly naming: Naming,
    readonly process: MappingFacts,
  ) {
    const { before, shown } = naming
    this.madeUp = before?.name === shown.name && before.name !== wideName
    this.#known = new KnownNames(view.table.columns.names.count)
  }

  /** Names every row. */
  nameAll(columns: ShownColumns): void {
    const { table } = this.view
    const { nameIds, present } = table.columns
    const { startStack } = this.process
    const onStack = startStack === undefined ? [] : rowsAround(table, startStack)
    let next = 0
    for (let row = 0; row < table.length; row++) {
      const isOnStack = row === onStack[next]
      if (isOnStack) next += 1
      if (((present[row] as number) & NAMED) !== NAMED) continue
      const id = nameIds[row] as number
      let known = isOnStack ? DEPENDS : this.#known.shownId(id)
      if (known === NOT_MET) known = this.#meet(row, id)
      columns.pathnameId(row, known === DEPENDS ? this.#nameOf(row) : known)
    }
  }

  /** The rules by which the name of a row is printed so. */
  reasons(row: number): readonly PmapReason[] {
    const { nameIds, present } = this.view.table.columns
    if (((present[row] as number) & NAMED) !== NAMED) return NONE
    return this.#reasons.get(row) ?? this.#known.reasons(nameIds[row] as number) ?? NONE
  }

  /** A row as a mapping; undefined for one without a name or a start. */
  mapping(row: number): RowMapping | undefined {
    return RowMapping.of(this.view, row, this.process)
  }

  /** The name of a mapping before its bytes are cleaned. */
  printed(mapping: Mapping): PrintedName {
    if (this.madeUp && isMadeUp(mapping.name)) return { name: mapping.name, reasons: NONE }
    return this.naming.shown.name(mapping, this.naming.rules)
  }

  /** Gives what is printed for a name at its first row, and at all others where nothing but the name counts. */
  #meet(row: number, id: number): number {
    const { shown, lastPartsOnly, rules } = this.naming
    const mapping = this.mapping(row)
    if (mapping !== undefined && !lastPartsOnly && isWithoutPlace(mapping.name, shown.name, rules)) {
      const { name, reasons } = this.printed(mapping)
      if (!shown.cleans || isPlain(name)) return this.#known.keep(id, this.#intern(name), reasons)
    }
    return this.#known.keepOut(id)
  }

  /** The number of the name of a row that tells not all, or is not printed as it is. */
  #nameOf(row: number): number {
    const { shown, lastPartsOnly, clean } = this.naming
    const mapping = this.mapping(row) as RowMapping
    const printed = lastPartsOnly ? this.#lastPart(mapping, row) : this.printed(mapping)
    let { name, reasons } = printed
    if (reasons.includes('long-line-split')) this.longLines.add(row)
    if (shown.cleans && !isPlain(name)) {
      const cleaned = clean(name)
      if (!sameBytes(asciiOnly(name), name)) this.uncleaned.set(row, name)
      if (!sameBytes(cleaned, name)) {
        reasons = [...reasons, 'bytes-as-question-marks']
        name = cleaned
      }
    }
    this.#reasons.set(row, reasons)
    return this.#intern(name)
  }

  /** The name where the richer view is a pmap without -p, whose names have no slash left to tell a path by. */
  #lastPart(mapping: RowMapping, row: number): PrintedName {
    const { name, onSysvDevice, inode } = mapping
    const made = name.length === 0 || isMadeUp(name) || (inode === 0n && this.view.table.device(row)?.major === 0)
    const sysv = onSysvDevice && latin1(name).startsWith('SYSV')
    return made || sysv ? this.printed(sysv ? mapping.named(prefixed(name)) : mapping) : { name, reasons: NONE }
  }

  #intern(name: Uint8Array): number {
    return this.view.table.columns.names.intern(name, 0, name.length)
  }
}
