import type { Facts, Projection, View } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { HAS_PATHNAME, HAS_START } from '../../../src/model/fields.js'
import { basename, latin1, sameBytes } from '../../../src/model/pathname.js'
import { TranslatedNames } from '../translated/names.js'
import { shownBy, showsKernelNames, showsWholePaths } from './asked.js'
import { printersOf, projectBetween, twoPrograms } from './between.js'
import { CLEANINGS, type Clean, cleaningOf } from './clean.js'
import { sumsOf } from './counter-sums.js'
import { mayHaveGuardPage } from './guard-page.js'
import { LongLines } from './long-lines.js'
import { Missing } from './missing.js'
import {
  asciiOnly,
  isMadeUp,
  isPlain,
  isWithoutPlace,
  LINE_BYTES,
  lastPart,
  type Mapping,
  type NameRules,
  narrowName,
  type PrintedName,
  prefixed,
  wideName,
} from './name.js'
import { copyNarrow } from './narrow-columns.js'
import { haveOneName, type Printer } from './one-name.js'
import { shownRange } from './range.js'
import { ReasonList } from './reason-list.js'
import type { PmapReason } from './reasons.js'
import { type MappingFacts, RowMapping } from './row-mapping.js'
import { SHOWN, type Shown } from './shown.js'
import { WideColumns } from './wide-columns.js'

/** What pmap shows of a view: one row a region, with a name as that program and version makes it. */
export function projectToPmap(view: View, as: View, facts: Facts): Projection {
  const shown = twoPrograms(view, as)
  if (shown !== undefined) return projectBetween(view, as, shown)
  return new PmapRows(view, as, facts).project()
}

class PmapRows {
  readonly #builder: TableBuilder
  readonly #reasons: ReasonList = new ReasonList()
  /** Names before their bytes were cleaned, for the rows where that changed them. */
  readonly #uncleaned: Map<number, Uint8Array> = new Map()
  readonly #longLines: Set<number> = new Set()
  readonly #translated: TranslatedNames = new TranslatedNames()
  readonly #shown: Shown
  /** How the richer view shows mappings, where that is of a pmap itself. */
  readonly #before: Shown | undefined
  readonly #rules: NameRules
  readonly #clean: Clean
  readonly #missing: Missing
  /** Where all that smaps has is shown. */
  readonly #wide: WideColumns | undefined
  #beyond: Missing | undefined
  /** What the printed rows tell of long lines. */
  readonly #below: LongLines
  /** What both views tell of them, where the richer one is of a pmap itself. */
  readonly #broken: readonly [LongLines, LongLines] | undefined
  /** Both pmaps, where the richer view is of one itself. */
  readonly #printers: readonly [Printer, Printer] | undefined
  /** True when the richer view has lost the paths, so that only their last parts can be held against each other. */
  readonly #lastPartsOnly: boolean
  readonly #startStack: bigint | undefined
  readonly #process: MappingFacts
  /** The name that was printed last, where nothing but the name counted: the regions of one file stand together. */
  #last: { readonly id: number; readonly shownId: number; readonly reasons: readonly PmapReason[] } | undefined
  /** True where the rows have names. */
  readonly #named: boolean
  /** True when both are layouts of pmap that make the same names up: [ anon ], [ stack ], [ shmid=0x1 ]. */
  readonly #madeUp: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    this.#shown = shownBy(as) ?? (SHOWN.default as Shown)
    this.#before = shownBy(view)
    this.#lastPartsOnly = this.#before !== undefined && !showsWholePaths(view)
    this.#madeUp = this.#before?.name === this.#shown.name && this.#before.name !== wideName
    this.#rules = {
      wholePath: showsWholePaths(as) && !this.#lastPartsOnly,
      kernelNames: showsKernelNames(as, view),
      lineBytes: this.#shown.lineBytes ?? LINE_BYTES,
    }
    const { lineBytes } = this.#rules
    this.#below = new LongLines(as, lineBytes)
    this.#broken = this.#before && [new LongLines(view, lineBytes), this.#below]
    this.#printers = this.#before && printersOf(view, as, [this.#before, this.#shown])
    this.#clean = cleaningOf(as)
    this.#named = as.says.has('pathname')
    this.#missing = new Missing(view, as, this.#shown)
    this.#builder = new TableBuilder(view.table.columns.names)
    this.#wide = this.#shown.columns === 'smaps' ? new WideColumns(view.table, as.says.has('vmFlags')) : undefined
    if (this.#wide === undefined) this.#builder.takeCounters(sumsOf(view.table, this.#shown.sums))
    const startStack = facts.process?.startStack
    // 0 and 1 are what the kernel prints to those who may not know.
    this.#startStack = startStack === undefined || startStack <= 1n ? undefined : startStack
    this.#process = { startStack: this.#startStack, sysvDevice: facts.sysvDevice }
  }

  project(): Projection {
    const { table } = this.view
    const from = new Uint32Array(table.length)
    for (let row = 0; row < table.length; row++) {
      from[row] = row
      if (this.#wide !== undefined) this.#reasons.add(this.#wide.row(row), row)
      else copyNarrow(this.#builder, table, row, this.#shown.columns === 'offset')
      if (this.#named) this.#name(row)
    }
    const reasons = this.#reasons
    return {
      table: (this.#wide ?? this.#builder).build(),
      from,
      get reasons() {
        return reasons.all
      },
      ...(this.#lastPartsOnly ? { comparable: lastPart } : {}),
      allow: (row, field, actual, actualRow) => this.#allow(row, field, actual, actualRow),
      allowMissing: (row) => this.#allowMissing(row),
      allowExtra: (actual, actualRow) => this.#allowExtra(actual, actualRow),
      unknown: this.#unknown(),
    }
  }

  #name(row: number): void {
    const { table } = this.view
    const id = table.columns.nameIds[row] as number
    if (id !== this.#last?.id || !table.has(row, HAS_PATHNAME) || !table.has(row, HAS_START)) this.#newName(row, id)
    else this.#put(row, this.#last.shownId, this.#last.reasons)
  }

  /** Names a row otherwise than the one before. */
  #newName(row: number, id: number): void {
    const mapping = this.#mapping(row)
    if (mapping === undefined) return
    const printed = this.#lastPartsOnly ? this.#lastPart(mapping, row) : this.#printed(mapping)
    let { name, reasons } = printed
    if (reasons.includes('long-line-split')) this.#longLines.add(row)
    const isAsItIs = !this.#shown.cleans || isPlain(name)
    if (!isAsItIs) {
      const cleaned = this.#clean(name)
      if (!sameBytes(asciiOnly(name), name)) this.#uncleaned.set(row, name)
      if (!sameBytes(cleaned, name)) {
        reasons = [...reasons, 'bytes-as-question-marks']
        name = cleaned
      }
    }
    const shownId = this.view.table.columns.names.intern(name, 0, name.length)
    this.#put(row, shownId, reasons)
    const isRepeatable = isAsItIs && !this.#lastPartsOnly && isWithoutPlace(mapping.name, this.#shown.name, this.#rules)
    this.#last = isRepeatable ? { id, shownId, reasons } : undefined
  }

  #put(row: number, shownId: number, reasons: readonly PmapReason[]): void {
    this.#reasons.add(reasons, row)
    if (this.#wide === undefined) this.#builder.pathnameId(shownId)
    else this.#wide.pathnameId(row, shownId)
  }

  #printed(mapping: Mapping): PrintedName {
    if (this.#madeUp && isMadeUp(mapping.name)) return { name: mapping.name, reasons: [] }
    return this.#shown.name(mapping, this.#rules)
  }

  /** The name where the richer view is a pmap without -p, whose names have no slash left to tell a path by. */
  #lastPart(mapping: RowMapping, row: number): PrintedName {
    const { name, onSysvDevice, inode } = mapping
    const made = name.length === 0 || isMadeUp(name) || (inode === 0n && this.view.table.device(row)?.major === 0)
    const sysv = onSysvDevice && latin1(name).startsWith('SYSV')
    return made || sysv ? this.#printed(sysv ? mapping.named(prefixed(name)) : mapping) : { name, reasons: [] }
  }

  #mapping(row: number): RowMapping | undefined {
    return RowMapping.of(this.view, row, this.#process)
  }

  #allowMissing(row: number): PmapReason | undefined {
    if (this.#below.mayHide(this.view.table.start(row))) return 'long-line-split'
    // What lies beyond a range ends the reading, and the rest of a long line often does.
    if (this.#longLines.has(row) && shownRange(this.as) !== undefined) return 'long-line-split'
    return this.#missing.why(row)
  }

  /** The richer view may be one of a range itself. */
  #allowExtra(actual: View, actualRow: number): PmapReason | undefined {
    if (this.#before === undefined) return undefined
    if (this.#broken?.[0].mayHide(actual.table.start(actualRow))) return 'long-line-split'
    this.#beyond ??= new Missing(actual, this.view, this.#before)
    return this.#beyond.why(actualRow)
  }

  #allow(row: number, field: string, actual: View, actualRow: number): PmapReason | undefined {
    if (field === 'pathname') {
      const [own, other] = this.#broken ?? []
      if (this.#longLines.has(row) && (this.#before !== undefined || this.#shown.name !== narrowName))
        return 'long-line-split'
      // Two layouts of one program read as much of a name.
      if (!this.#readAlike() && (own?.mayBeLong(row) || other?.mayBeLong(actualRow))) return 'long-line-split'
    }
    if (field === 'pathname') return this.#allowName(row, actual, actualRow)
    if (this.#wide === undefined || (field !== 'end' && field !== 'counters.Size')) return undefined
    const { pageSize = 4096 } = this.facts
    return mayHaveGuardPage(this.view.table, row, actual.table.end(actualRow), pageSize) ? 'guard-page' : undefined
  }

  #readAlike(): boolean {
    if (this.#before?.name !== this.#shown.name) return false
    return (this.#before?.lineBytes ?? LINE_BYTES) === (this.#shown.lineBytes ?? LINE_BYTES)
  }

  /** Later versions clean fewer bytes, and the locale counts. */
  #allowName(row: number, actual: View, actualRow: number): PmapReason | undefined {
    const name = this.#uncleaned.get(row)
    const shown = actual.table.pathnameBytes(actualRow)
    if (shown === undefined) return undefined
    if (name !== undefined) {
      if (sameBytes(name, shown) || CLEANINGS.some((clean) => sameBytes(clean(name), shown)))
        return 'bytes-as-question-marks'
    }
    const own = this.view.table.pathnameBytes(row)
    if (this.#printers !== undefined && own !== undefined && haveOneName(own, shown, this.#printers)) {
      return 'two-namings'
    }
    if (this.#shown.name !== narrowName) return undefined
    const mapping = this.#mapping(row)
    if (mapping !== undefined && this.#translated.allows(this.#printed(mapping).name, shown)) return 'translated-name'
    const text = new TextDecoder().decode(shown)
    const last = own ?? shown
    if (latin1(last).includes('/SYSV') && sameBytes(shown, this.#rules.wholePath ? last : basename(last)))
      return 'sysv-elsewhere'
    if (this.#startStack !== undefined) return undefined
    return own?.includes(0x2f) !== true && (text === '  [ anon ]' || text === '  [ stack ]')
      ? 'stack-guessed'
      : undefined
  }

  #unknown(): string[] {
    if (this.#startStack !== undefined || this.#shown.name !== narrowName || this.#madeUp) return []
    return ['start_stack, so any mapping without a path may be the [ stack ]']
  }
}
