import type { Facts, Projection, Reason, View } from '../../../src/adapter.js'
import { basename, latin1, sameBytes } from '../../../src/model/pathname.js'
import { TranslatedNames } from '../translated/names.js'
import { shownBy, showsKernelNames, showsWholePaths } from './asked.js'
import { printersOf, projectBetween, twoPrograms } from './between.js'
import { CLEANINGS, cleaningOf } from './clean.js'
import { sumsOf } from './counter-sums.js'
import { mayHaveGuardPage } from './guard-page.js'
import { LongLines } from './long-lines.js'
import { Missing } from './missing.js'
import { LINE_BYTES, lastPart, maybeSysv, narrowName } from './name.js'
import { narrowBits } from './narrow-columns.js'
import { rowsOffSysv } from './off-sysv.js'
import { haveOneName, isSegment, type Printer } from './one-name.js'
import { shownRange } from './range.js'
import type { PmapReason } from './reasons.js'
import { type Naming, RowNames } from './row-names.js'
import { SHOWN, type Shown } from './shown.js'
import { ShownColumns } from './shown-columns.js'
import { WideColumns } from './wide-columns.js'

/** What pmap shows of a view: one row a region, with a name as that program and version makes it. */
export function projectToPmap(view: View, as: View, facts: Facts): Projection {
  const shown = twoPrograms(view, as)
  if (shown !== undefined) return projectBetween(view, as, shown)
  return new PmapRows(view, as, facts).project()
}

class PmapRows {
  readonly #translated: TranslatedNames = new TranslatedNames()
  readonly #shown: Shown
  /** How the richer view shows mappings, where that is of a pmap itself. */
  readonly #before: Shown | undefined
  readonly #naming: Naming
  readonly #names: RowNames
  readonly #missing: Missing
  /** Where all that smaps has is shown. */
  readonly #wide: WideColumns | undefined
  readonly #columns: ShownColumns
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
  /** True where the rows have names. */
  readonly #named: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    this.#shown = shownBy(as) ?? (SHOWN.default as Shown)
    this.#before = shownBy(view)
    this.#lastPartsOnly = this.#before !== undefined && !showsWholePaths(view)
    const rules = {
      wholePath: showsWholePaths(as) && !this.#lastPartsOnly,
      kernelNames: showsKernelNames(as, view),
      lineBytes: this.#shown.lineBytes ?? LINE_BYTES,
    }
    const { lineBytes } = rules
    this.#below = new LongLines(as, lineBytes)
    this.#broken = this.#before && [new LongLines(view, lineBytes), this.#below]
    this.#printers = this.#before && printersOf(view, as, [this.#before, this.#shown])
    this.#named = as.says.has('pathname')
    this.#missing = new Missing(view, as, this.#shown)
    const { columns } = this.#shown
    this.#wide = columns === 'smaps' ? new WideColumns(view.table, as.says.has('vmFlags')) : undefined
    this.#columns = this.#wide ?? new ShownColumns(view.table, narrowBits(columns === 'offset'))
    const startStack = facts.process?.startStack
    // 0 and 1 are what the kernel prints to those who may not know.
    this.#startStack = startStack === undefined || startStack <= 1n ? undefined : startStack
    this.#naming = {
      shown: this.#shown,
      before: this.#before,
      rules,
      clean: cleaningOf(as),
      lastPartsOnly: this.#lastPartsOnly,
    }
    this.#names = new RowNames(view, this.#naming, { startStack: this.#startStack, sysvDevice: facts.sysvDevice })
  }

  project(): Projection {
    const { table } = this.view
    const from = new Uint32Array(table.length)
    for (let row = 0; row < table.length; row++) from[row] = row
    const cells = this.#wide?.readAll()
    if (this.#named) this.#names.nameAll(this.#columns)
    const counters = this.#wide === undefined ? { counters: sumsOf(table, this.#shown.sums) } : {}
    let reasons: readonly Reason[] | undefined
    const allReasons = (): readonly Reason[] => this.#reasons(cells)
    return {
      table: this.#columns.build(counters),
      from,
      // Nearly every row has a reason, and who prints the rows asks for none.
      get reasons() {
        reasons ??= allReasons()
        return reasons
      },
      ...(this.#lastPartsOnly ? { comparable: lastPart } : {}),
      allow: (row, field, actual, actualRow) => this.#allow(row, field, actual, actualRow),
      allowMissing: (row) => this.#allowMissing(row),
      allowExtra: (actual, actualRow) => this.#allowExtra(actual, actualRow),
      ...(this.#before && {
        impossible: rowsOffSysv(this.as, this.view, this.facts),
        impossibleThere: rowsOffSysv(this.view, this.as, this.facts),
      }),
      unknown: this.#unknown(),
    }
  }

  #reasons(cells: ReadonlyMap<number, readonly PmapReason[]> | undefined): readonly Reason[] {
    const reasons: Reason[] = []
    for (let row = 0; row < this.view.table.length; row++) {
      for (const code of cells?.get(row) ?? []) reasons.push({ code, row })
      if (this.#named) for (const code of this.#names.reasons(row)) reasons.push({ code, row })
    }
    return reasons
  }

  #allowMissing(row: number): PmapReason | undefined {
    if (this.#below.mayHide(this.view.table.start(row))) return 'long-line-split'
    // What lies beyond a range ends the reading, and the rest of a long line often does.
    if (this.#names.longLines.has(row) && shownRange(this.as) !== undefined) return 'long-line-split'
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
      if (this.#names.longLines.has(row) && (this.#before !== undefined || this.#shown.name !== narrowName))
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
    const name = this.#names.uncleaned.get(row)
    const shown = actual.table.pathnameBytes(actualRow)
    if (shown === undefined) return undefined
    if (name !== undefined) {
      if (sameBytes(name, shown) || CLEANINGS.some((clean) => sameBytes(clean(name), shown)))
        return 'bytes-as-question-marks'
    }
    const own = this.view.table.pathnameBytes(row)
    const inodes = [this.view.table.inode(row), actual.table.inode(actualRow)]
    const device = this.view.table.device(row) ?? actual.table.device(actualRow)
    const mayBeSysv = device === undefined || maybeSysv(device, this.facts.sysvDevice)
    const isOdd = !mayBeSysv && [own, shown].some((name) => name !== undefined && isSegment(name))
    if (this.#printers !== undefined && own !== undefined && !isOdd) {
      if (haveOneName(own, shown, this.#printers, inodes)) return 'two-namings'
    }
    if (this.#shown.name !== narrowName) return undefined
    const mapping = this.#names.mapping(row)
    if (mapping !== undefined && this.#translated.allows(this.#names.printed(mapping).name, shown))
      return 'translated-name'
    const text = new TextDecoder().decode(shown)
    const last = own ?? shown
    if (latin1(last).includes('/SYSV') && sameBytes(shown, this.#naming.rules.wholePath ? last : basename(last)))
      return 'sysv-elsewhere'
    if (this.#startStack !== undefined) return undefined
    return own?.includes(0x2f) !== true && (text === '  [ anon ]' || text === '  [ stack ]')
      ? 'stack-guessed'
      : undefined
  }

  #unknown(): string[] {
    if (this.#startStack !== undefined || this.#shown.name !== narrowName || this.#names.madeUp) return []
    return ['start_stack, so any mapping without a path may be the [ stack ]']
  }
}
