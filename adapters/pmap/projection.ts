import type { Facts, Projection, Reason, View } from '../../src/adapter.js'
import { TableBuilder } from '../../src/model/builder.js'
import { copyCounters, copyDevice, copyPerms, copyU64, copyVmFlags } from '../../src/model/copy.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { basename, latin1, sameBytes } from '../../src/model/pathname.js'
import { shownBy, showsKernelNames, showsWholePaths } from './asked.js'
import { isMadeUp, mayBeOne, projectBetween, twoPrograms } from './between.js'
import { busyboxName, isCutAtBlank } from './cell-names.js'
import { CLEANINGS, type Clean, cleaningOf } from './clean.js'
import { addSums } from './counter-sums.js'
import { Missing } from './missing.js'
import { asciiOnly, LINE_BYTES, type Mapping, type NameRules, narrowName, type PrintedName, wideName } from './name.js'
import type { PmapReason } from './reasons.js'
import { SHOWN, type Shown } from './shown.js'
import { TranslatedNames } from './translated-names.js'

/** What pmap shows of a view: one row a region, with a name as that program and version makes it. */
export function projectToPmap(view: View, as: View, facts: Facts): Projection {
  const shown = twoPrograms(view, as)
  if (shown !== undefined) return projectBetween(view, shown)
  return new PmapRows(view, as, facts).project()
}

class PmapRows {
  readonly #builder: TableBuilder = new TableBuilder()
  readonly #reasons: Reason[] = []
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
  #beyond: Missing | undefined
  /** True when the richer view has lost the paths, so that only their last parts can be held against each other. */
  readonly #lastPartsOnly: boolean
  readonly #startStack: bigint | undefined
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
    this.#clean = cleaningOf(as)
    this.#missing = new Missing(view, as, this.#shown)
    const startStack = facts.process?.startStack
    // 0 and 1 are what the kernel prints to those who may not know.
    this.#startStack = startStack === undefined || startStack <= 1n ? undefined : startStack
  }

  project(): Projection {
    const { table } = this.view
    for (let row = 0; row < table.length; row++) this.#row(row)
    return {
      table: this.#builder.build(),
      from: Uint32Array.from({ length: table.length }, (_, row) => row),
      reasons: this.#reasons,
      ...(this.#lastPartsOnly ? { comparable: lastPart } : {}),
      allow: (row, field, actual, actualRow) => this.#allow(row, field, actual, actualRow),
      allowMissing: (row) => (this.#longLines.has(row) ? 'long-line-split' : this.#missing.why(row)),
      allowExtra: (actual, actualRow) => this.#allowExtra(actual, actualRow),
      unknown: this.#unknown(),
    }
  }

  #row(row: number): void {
    const { table } = this.view
    const builder = this.#builder
    builder.openRow(table.line(row))
    copyU64(builder, table, row, START)
    copyU64(builder, table, row, END)
    copyPerms(builder, table, row)
    if (this.#shown.columns !== 'none') {
      copyU64(builder, table, row, OFFSET)
      copyDevice(builder, table, row)
    }
    if (this.#shown.columns === 'smaps') this.#wideColumns(row)
    else addSums(builder, table, row, this.#shown.sums)
    this.#name(row)
  }

  #wideColumns(row: number): void {
    const { table } = this.view
    const builder = this.#builder
    copyU64(builder, table, row, INODE)
    copyCounters(builder, table, row)
    this.#flags(row)
    // The end of a row of -X is its start and Size, which count a guard page that the range hides.
    const size = table.counter(row, 'Size')
    const start = table.start(row)
    if (size === undefined || start === undefined || BigInt(size) === table.size(row)) return
    builder.bigint(END, BigInt.asUintN(64, start + BigInt(size)))
    this.#reasons.push({ code: 'guard-page', row })
  }

  #flags(row: number): void {
    const { table } = this.view
    const flags = table.vmFlags(row)
    const bad = flags?.findIndex((flag) => !/^[a-z]+$/.test(flag)) ?? -1
    if (flags === undefined || bad < 0) {
      copyVmFlags(this.#builder, table, row)
      return
    }
    const kept = new TextEncoder().encode(flags.slice(0, bad).join(' '))
    this.#builder.vmFlags(kept, 0, kept.length)
    if (this.as.says.has('vmFlags')) this.#reasons.push({ code: 'flags-cut', row })
  }

  #name(row: number): void {
    const mapping = this.as.says.has('pathname') ? this.#mapping(row) : undefined
    if (mapping === undefined) return
    const printed = this.#lastPartsOnly ? this.#lastPart(mapping) : this.#printed(mapping)
    for (const code of printed.reasons) this.#reasons.push({ code, row })
    if (printed.reasons.includes('long-line-split')) this.#longLines.add(row)
    let { name } = printed
    if (this.#shown.cleans) {
      const cleaned = this.#clean(name)
      if (!sameBytes(asciiOnly(name), name)) this.#uncleaned.set(row, name)
      if (!sameBytes(cleaned, name)) {
        this.#reasons.push({ code: 'bytes-as-question-marks', row })
        name = cleaned
      }
    }
    this.#builder.pathname(name, 0, name.length)
  }

  #printed(mapping: Mapping): PrintedName {
    if (this.#madeUp && isMadeUp(mapping.name)) return { name: mapping.name, reasons: [] }
    return this.#shown.name(mapping, this.#rules)
  }

  /** The name where the richer view is a pmap without -p, whose names have no slash left to tell a path by. */
  #lastPart(mapping: Mapping): PrintedName {
    const { name, major, inode } = mapping
    const made = name.length === 0 || isMadeUp(name) || (major === 0 && inode === 0n)
    const sysv = major === 0 && latin1(name).startsWith('SYSV')
    return made || sysv ? this.#printed(sysv ? { ...mapping, name: prefixed(name) } : mapping) : { name, reasons: [] }
  }

  #mapping(row: number): Mapping | undefined {
    const { table, dialect } = this.view
    const name = table.pathnameBytes(row)
    const start = table.start(row)
    const end = table.end(row)
    if (name === undefined || start === undefined) return undefined
    return {
      name,
      start,
      end: end ?? start,
      major: table.device(row)?.major,
      inode: table.inode(row),
      column: dialect === '32bit' ? 49 : 73,
      startStack: this.#startStack,
    }
  }

  /** The richer view may be one of a range itself. */
  #allowExtra(actual: View, actualRow: number): PmapReason | undefined {
    if (this.#followsLongLine(actual, actualRow)) return 'long-line-split'
    if (this.#before === undefined) return undefined
    this.#beyond ??= new Missing(actual, this.view, this.#before)
    return this.#beyond.why(actualRow)
  }

  /** True for a row that stands right after that of an over-long line, whose rest pmap took for a mapping. */
  #followsLongLine(actual: View, actualRow: number): boolean {
    const before = actualRow === 0 ? undefined : actual.table.start(actualRow - 1)
    return [...this.#longLines].some((row) => this.view.table.start(row) === before)
  }

  #allow(row: number, field: string, actual: View, actualRow: number): PmapReason | undefined {
    if (this.#longLines.has(row)) return 'long-line-split'
    if (field === 'pathname') return this.#allowName(row, actual, actualRow)
    if (field === 'end' || field === 'counters.Size') return this.#allowGuardPage(row, actual, actualRow)
    return undefined
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
    if (this.#before !== undefined && own !== undefined && mayBeOne(own, shown, this.#before, this.#shown)) {
      return 'two-namings'
    }
    if (this.#shown.name === busyboxName && isCutAtBlank(own, shown)) return 'blank-cuts-name'
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

  #allowGuardPage(row: number, actual: View, actualRow: number): PmapReason | undefined {
    const { table } = this.view
    if (this.#shown.columns !== 'smaps' || table.counter(row, 'Size') !== undefined) return undefined
    const isStack = table.pathname(row)?.startsWith('[stack') ?? false
    const end = table.end(row)
    const shown = actual.table.end(actualRow)
    const page = BigInt(this.facts.pageSize ?? 4096)
    return isStack && end !== undefined && shown === end + page ? 'guard-page' : undefined
  }

  #unknown(): string[] {
    if (this.#startStack !== undefined || this.#shown.name !== narrowName || this.#madeUp) return []
    return ['start_stack, so any mapping without a path may be the [ stack ]']
  }
}

function prefixed(name: Uint8Array): Uint8Array {
  return Uint8Array.of(0x2f, ...name)
}

/** The last part of a path; a name that pmap made up stays whole. */
function lastPart(name: Uint8Array): Uint8Array {
  return isMadeUp(name) ? name : basename(name)
}
