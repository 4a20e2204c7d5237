import type { Sink } from '../../../src/adapter.js'
import { isSmapsField } from '../../../src/kernel/smaps-fields.js'
import type { CounterColumn } from '../../../src/model/counters.js'
import { END, type FieldName, START } from '../../../src/model/fields.js'
import type { CounterName } from '../../../src/model/region.js'
import type { DiagnosticCode } from '../../../src/report/codes.js'
import { skipBlanks, toBlank } from '../../../src/scan/cursor.js'
import type { PrintedBlock } from '../printed/block.js'
import { leastCells } from '../printed/narrow-cells.js'
import { headSize, wideCells } from '../printed/wide-cells.js'
import { Rows } from '../rows.js'
import { FlagCells } from './flag-cells.js'
import { endOfCodes, hasMayRead } from './flags.js'
import type { QuietColumns } from './quiet-columns.js'
import { WideHead } from './wide-head.js'
import type { Layout } from './wide-layout.js'

const BLANK = 0x20

/** Where Size stands among the columns of a block without a heading, Address being the first. */
const SIZE_COLUMN = 6

const ALL = { hasPerms: true, hasOffset: true, hasDevice: true, hasInode: true }

const UNREADABLE: Readonly<Record<'perms' | 'offset' | 'device' | 'inode', DiagnosticCode>> = {
  perms: 'bad-perms',
  offset: 'bad-offset',
  device: 'bad-device',
  inode: 'bad-inode',
}

/**
 * Reads rows of -X, -XX and -c, which copy smaps cell by cell.
 *
 * Advice to the next reader: cells are right-aligned under their headings and never cut, so a cell wider than its column
 * pushes the rest of the row to the right by as much; that shift is measured at the last number, and then the flags must
 * end, and the name begin, where the heading says. Only where they do not are the flags told by their shape.
 */
export class WideRows extends Rows {
  #layout: Layout | undefined
  #columns: CounterColumn[] | undefined
  #extraNames: Uint8Array[] = []
  /** The numbers of the row being read, and where they stand. */
  readonly #values: number[] = []
  readonly #froms: number[] = []
  readonly #tos: number[] = []
  #count = 0
  /** Where its flags end. */
  #flagsTo = 0
  /** What the whole block shows of its columns, where it has no heading. */
  #foreseen: QuietColumns | undefined
  readonly #head: WideHead
  readonly #flags: FlagCells

  constructor(
    sink: Sink,
    /** What the heading showed; undefined when there was none. */
    layout: Layout | undefined,
    /** The dialect that the reader was told, which decides whether there are flags where no heading does. */
    readonly told?: string,
  ) {
    super(sink)
    this.#layout = layout
    this.#head = new WideHead(this.cursor)
    this.#flags = new FlagCells(sink)
  }

  get dialect(): string {
    return this.#layout?.dialect ?? 'X'
  }

  override get silent(): readonly FieldName[] {
    const layout = this.#layout
    if (layout === undefined) return []
    const has: readonly (readonly [FieldName, boolean])[] = [
      ['end', layout.sizeAt >= 0],
      ['perms', layout.hasPerms],
      ['offset', layout.hasOffset],
      ['device', layout.hasDevice],
      ['inode', layout.hasInode],
      ['counters', (layout.names?.length ?? layout.sizeAt + 1) > 0],
      ['vmFlags', layout.hasFlags],
      ['pathname', layout.hasName],
    ]
    return has.filter(([, is]) => !is).map(([field]) => field)
  }

  override get summed(): readonly CounterName[] {
    return this.#layout?.names ?? []
  }

  override noteHeading(text: string, bytes: Uint8Array, from: number, to: number): void {
    for (const name of this.summed) {
      if (isSmapsField(name)) continue
      const at = from + ` ${text} `.indexOf(` ${name} `)
      this.sink.report('unknown-column', bytes, from, to, at, at + name.length, name)
    }
  }

  override foresee(block: QuietColumns): void {
    this.#foreseen = block
  }

  /** Columns of 3.3.4 are as wide as their titles, whatever stands below. */
  override get measuresEach(): boolean {
    return this.#layout?.dialect === 'X-3.3.4'
  }

  override measure(printed: PrintedBlock, bytes: Uint8Array, from: number, to: number): void {
    const layout = this.#layout as Layout
    const least = this.measuresEach ? printed.cells : undefined
    printed.cells = leastCells(least, bytes, from, to, headSize(layout) + this.#count)
    printed.wide = wideCells(layout, printed.cells, this.#flagsTo - from)
  }

  row(bytes: Uint8Array, from: number, to: number): boolean {
    const layout = this.#layout
    const first = skipBlanks(bytes, from, to)
    if (!this.start(bytes, first, to, layout !== undefined)) return false
    const head = this.#head
    const unread = head.read(layout ?? ALL, bytes, this.cursor.at, to)
    if (unread !== undefined) {
      return this.fault(UNREADABLE[unread], head.at, toBlank(bytes, head.at, to), unread)
    }
    if (!this.#numbers(bytes, head.at, to, layout)) return false
    const numbersTo = this.#count === 0 ? head.at : (this.#tos[this.#count - 1] as number)
    const known = layout ?? this.#learn(bytes, from, numbersTo, to)
    let nameFrom = numbersTo + 1
    let flagsFrom = numbersTo
    let flagsTo = numbersTo
    if (known.hasFlags) {
      flagsFrom = skipBlanks(bytes, numbersTo, to)
      flagsTo = this.#flags.end(bytes, from, flagsFrom, numbersTo, to, known)
      if (flagsTo === flagsFrom) return this.fault('bad-column', flagsFrom, toBlank(bytes, flagsFrom, to), 'vmFlags')
      nameFrom = flagsTo + known.gap
    }
    this.#flagsTo = flagsTo
    if (!known.hasName && skipBlanks(bytes, flagsTo, to) < to) return this.fault('bad-column', flagsTo, to)
    const isCut = known.hasName && nameFrom > to
    if (isCut && (known.nameColumn === 0 || to - from < known.nameColumn - known.gap)) {
      return this.fault('bad-column', to, to, 'pathname')
    }
    if (known.gap === 2 && known.hasFlags && flagsTo + 1 < to && bytes[flagsTo + 1] !== BLANK) {
      if (known.names === undefined) known.gap = 1
      return this.fault('bad-column', flagsTo + 1, to, 'pathname')
    }
    if (known.sizeAt >= 0 && !this.#sizes(bytes, known.sizeAt, to)) return false

    const { sink } = this
    if (layout === undefined && this.#foreseen?.isUnsure) sink.report('unsure-columns', bytes, from, to, from, to)
    this.#layout = known
    sink.region()
    sink.u64(START, this.startHigh, this.startLow)
    if (known.sizeAt >= 0) sink.u64(END, this.endHigh, this.endLow)
    head.hand(known, sink)
    if (known.hasFlags) {
      sink.vmFlags(bytes, flagsFrom, flagsTo)
      this.#flags.note(bytes, from, to, flagsFrom, flagsTo)
    }
    this.#hand(bytes, known)
    if (isCut) sink.report('odd-spacing', bytes, from, to, to, to)
    if (!known.hasName) return true
    // What 3.3.4 reads of a name has no leading blanks; those before it are padding.
    const name = known.dialect === 'X-3.3.4' ? skipBlanks(bytes, nameFrom, to) : nameFrom
    sink.pathname(bytes, Math.min(name, to), to)
    return true
  }

  /** Reads as many numbers as the layout has; without a layout, as many as there are before something else. */
  #numbers(bytes: Uint8Array, from: number, to: number, layout: Layout | undefined): boolean {
    const { cursor } = this
    const isNameless = layout === undefined && this.#foreseen?.hasName === false
    const count = layout?.count ?? Number.POSITIVE_INFINITY
    let at = from
    let read = 0
    for (; read < count; read++) {
      const first = skipBlanks(bytes, at, to)
      const isNumber = cursor.decimal(bytes, first, to) && cursor.high < 1 << 21
      // A row goes on after its last number, if only with a blank; trailing blanks may have been lost on the way to us.
      const isEnd = cursor.at === to ? read === count - 1 : bytes[cursor.at] === BLANK
      const isLast = isNameless && isNumber && cursor.at === to
      if (!isNumber || !(isEnd || isLast)) {
        if (layout === undefined && read > 0) break
        const name = layout?.names?.[read] ?? `column ${SIZE_COLUMN + read}`
        return this.fault(layout === undefined ? 'bad-column' : 'bad-counter', first, toBlank(bytes, first, to), name)
      }
      this.#values[read] = cursor.number()
      this.#froms[read] = first
      this.#tos[read] = cursor.at
      at = cursor.at
    }
    this.#count = read
    return true
  }

  /** Sets the end from the number that is Size. */
  #sizes(bytes: Uint8Array, sizeAt: number, to: number): boolean {
    const { cursor } = this
    const size = this.#froms[sizeAt] as number
    cursor.decimal(bytes, size, to)
    return this.endAfter(cursor.high, cursor.low) || this.fault('bad-size', size, this.#tos[sizeAt] as number, 'end')
  }

  /** The layout that the first row shows where no heading does. */
  #learn(bytes: Uint8Array, from: number, numbersTo: number, to: number): Layout {
    const flagsFrom = skipBlanks(bytes, numbersTo, to)
    const flagsTo = endOfCodes(bytes, flagsFrom, to)
    const hasName = this.#foreseen?.hasName ?? true
    const hasFlags =
      (!hasName && flagsTo > flagsFrom) ||
      (this.told === 'XX'
        ? flagsTo > flagsFrom
        : this.told !== 'X' && flagsTo < to && hasMayRead(bytes, flagsFrom, flagsTo))
    return {
      dialect: hasFlags || this.told === 'XX' ? 'XX' : 'X',
      ...ALL,
      names: undefined,
      count: this.#count,
      sizeAt: (this.#foreseen?.hasSize ?? true) ? 0 : -1,
      hasFlags,
      hasName,
      gap: hasFlags && bytes[flagsTo + 1] === BLANK && flagsTo + 1 < to ? 2 : 1,
      numbersEnd: numbersTo - from,
      flagsEnd: 0,
      nameColumn: 0,
    }
  }

  /** Hands the numbers over: under their names where a heading gave them, else under their place. */
  #hand(bytes: Uint8Array, layout: Layout): void {
    const { sink } = this
    this.#columns ??= (layout.names ?? (layout.sizeAt < 0 ? [] : ['Size'])).map((name) => sink.counterColumn(name))
    const columns = this.#columns
    for (let i = 0; i < columns.length; i++) sink.counter(columns[i] as CounterColumn, this.#values[i] as number)
    for (let i = columns.length; i < this.#count; i++) {
      this.#extraNames[i] ??= new TextEncoder().encode(`column ${SIZE_COLUMN + i}`)
      sink.extra(this.#extraNames[i] as Uint8Array, bytes.subarray(this.#froms[i], this.#tos[i]))
    }
  }
}
