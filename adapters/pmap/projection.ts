import type { Facts, Projection, Reason, View } from '../../src/adapter.js'
import { TableBuilder } from '../../src/model/builder.js'
import { copyCounters, copyDevice, copyPerms, copyU64, copyVmFlags } from '../../src/model/copy.js'
import { END, INODE, OFFSET, START } from '../../src/model/fields.js'
import { basename, latin1, sameBytes } from '../../src/model/pathname.js'
import { characterSize } from '../../src/report/printable.js'
import { asciiOnly, controlsKept, type Mapping, narrowName, type PrintedName, utf8Kept, wideName } from './name.js'
import type { PmapReason } from './reasons.js'

/** What procps pmap (3.3.7 to 4.0.7) shows of a view: one row a region, with a shortened name. */
export function projectToPmap(view: View, as: View, facts: Facts): Projection {
  return new PmapRows(view, as, facts).project()
}

class PmapRows {
  readonly #builder: TableBuilder = new TableBuilder()
  readonly #reasons: Reason[] = []
  /** Names before their bytes were cleaned, for the rows where that changed them. */
  readonly #uncleaned: Map<number, Uint8Array> = new Map()
  readonly #longLines: Set<number> = new Set()
  readonly #wide: boolean
  readonly #wholePath: boolean
  /** True when the richer view has lost the paths, so that only their last parts can be held against each other. */
  readonly #lastPartsOnly: boolean
  readonly #startStack: bigint | undefined
  /** True when both are narrow layouts of pmap, which make the same names up: [ anon ], [ stack ], [ shmid=0x1 ]. */
  readonly #madeUp: boolean

  constructor(
    readonly view: View,
    readonly as: View,
    readonly facts: Facts,
  ) {
    this.#wide = as.dialect === 'X' || as.dialect === 'XX'
    this.#lastPartsOnly = view.adapter === as.adapter && !showsWholePaths(view)
    this.#madeUp = view.adapter === as.adapter && !this.#wide && view.dialect !== 'X' && view.dialect !== 'XX'
    this.#wholePath = showsWholePaths(as) && !this.#lastPartsOnly
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
      allowMissing: (row) => (this.#longLines.has(row) ? 'long-line-split' : undefined),
      allowExtra: (actual, actualRow) => (this.#followsLongLine(actual, actualRow) ? 'long-line-split' : undefined),
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
    if (this.#wide || this.as.dialect === 'd') {
      copyU64(builder, table, row, OFFSET)
      copyDevice(builder, table, row)
    }
    if (this.#wide) this.#wideColumns(row)
    else if (this.as.dialect === 'x') this.#sums(row)
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
    if (this.as.dialect === 'XX') this.#reasons.push({ code: 'flags-cut', row })
  }

  #sums(row: number): void {
    const { counters } = this.view.table.columns
    const rss = counters.get('Rss')?.printed(row)
    if (rss !== undefined) this.#builder.counter(this.#builder.counterColumn('Rss'), rss)
    const shared = counters.get('Shared_Dirty')?.printed(row)
    const own = counters.get('Private_Dirty')?.printed(row)
    const dirty = shared === undefined || own === undefined ? counters.get('Dirty')?.printed(row) : shared + own
    if (dirty !== undefined) this.#builder.counter(this.#builder.counterColumn('Dirty'), dirty)
  }

  #name(row: number): void {
    const mapping = this.#mapping(row)
    if (mapping === undefined) return
    const printed = this.#lastPartsOnly ? this.#lastPart(mapping) : this.#printed(mapping)
    for (const code of printed.reasons) this.#reasons.push({ code, row })
    if (printed.reasons.includes('long-line-split')) this.#longLines.add(row)
    let { name } = printed
    if (!this.#wide) {
      const cleaned = asciiOnly(name)
      if (!sameBytes(cleaned, name)) {
        this.#uncleaned.set(row, name)
        this.#reasons.push({ code: 'bytes-as-question-marks', row })
        name = cleaned
      }
    }
    this.#builder.pathname(name, 0, name.length)
  }

  #printed(mapping: Mapping): PrintedName {
    if (this.#madeUp && latin1(mapping.name).startsWith('  [ ')) return { name: mapping.name, reasons: [] }
    return this.#wide ? wideName(mapping, this.#wholePath) : narrowName(mapping, this.#wholePath)
  }

  /** The name where the richer view is a pmap without -p, whose names have no slash left to tell a path by. */
  #lastPart(mapping: Mapping): PrintedName {
    const { name, major, inode } = mapping
    const made = name.length === 0 || name[0] === 0x20 || (major === 0 && inode === 0n)
    const sysv = major === 0 && latin1(name).startsWith('SYSV')
    return made || sysv ? this.#printed(sysv ? { ...mapping, name: prefixed(name) } : mapping) : { name, reasons: [] }
  }

  #mapping(row: number): Mapping | undefined {
    const { table, dialect } = this.view
    const name = table.pathnameBytes(row)
    const start = table.start(row)
    const end = table.end(row)
    if (name === undefined || start === undefined || end === undefined) return undefined
    return {
      name,
      start,
      end,
      major: table.device(row)?.major,
      inode: table.inode(row),
      column: dialect === '32bit' ? 49 : 73,
      startStack: this.#startStack,
    }
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
      const spellings = [name, controlsKept(name), utf8Kept(name, characterSize)]
      if (spellings.some((spelling) => sameBytes(spelling, shown))) return 'bytes-as-question-marks'
    }
    if (this.#wide) return undefined
    const text = new TextDecoder().decode(shown)
    const last = this.view.table.pathnameBytes(row) ?? shown
    if (latin1(last).includes('/SYSV') && sameBytes(shown, this.#wholePath ? last : basename(last)))
      return 'sysv-elsewhere'
    if (this.#lastPartsOnly && text === '  [ anon ]' && /^\[|:/.test(latin1(last))) return 'brackets-as-anon'
    if (this.#startStack !== undefined) return undefined
    const own = this.view.table.pathname(row) ?? ''
    return !own.includes('/') && (text === '  [ anon ]' || text === '  [ stack ]') ? 'stack-guessed' : undefined
  }

  #allowGuardPage(row: number, actual: View, actualRow: number): PmapReason | undefined {
    const { table } = this.view
    if (!this.#wide || table.counter(row, 'Size') !== undefined) return undefined
    const isStack = table.pathname(row)?.startsWith('[stack') ?? false
    const end = table.end(row)
    const shown = actual.table.end(actualRow)
    const page = BigInt(this.facts.pageSize ?? 4096)
    return isStack && end !== undefined && shown === end + page ? 'guard-page' : undefined
  }

  #unknown(): string[] {
    if (this.#startStack !== undefined || this.#wide || this.#madeUp) return []
    return ['start_stack, so any mapping without a path may be the [ stack ]']
  }
}

function prefixed(name: Uint8Array): Uint8Array {
  return Uint8Array.of(0x2f, ...name)
}

/** The last part of a path; a name that pmap made up stays whole. */
function lastPart(name: Uint8Array): Uint8Array {
  return name[0] === 0x20 ? name : basename(name)
}

/** True when pmap was called with -p: by its words, else when most of the names it did not make up begin with a slash. */
function showsWholePaths({ table, source }: View): boolean {
  if (source.argv !== undefined) return source.argv.some((word) => /^-[a-zA-Z]*p/.test(word) || word === '--show-path')
  let whole = 0
  let short = 0
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    if (name === undefined || name.length === 0 || name[0] === 0x20 || name[0] === 0x5b) continue
    if (name[0] === 0x2f) whole += 1
    else short += 1
  }
  return whole > short
}
