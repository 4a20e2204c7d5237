import { END, HAS_DEVICE, HAS_END, HAS_MAPPING, HAS_START, HAS_VM_FLAGS, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { PmapReason } from './reasons.js'
import { ShownColumns } from './shown-columns.js'

/** `%127[a-z ]` in pmap -XX since 3.3.15; before, it reads on and beyond its own memory. */
const FLAGS_BYTES = 127

const BLANK = 0x20
const LETTER_A = 0x61
const LETTER_Z = 0x7a

const NONE: readonly PmapReason[] = []

/** Flags as pmap reads them, by their number. */
interface ReadFlags {
  readonly id: number
  readonly isCut: boolean
}

/** The columns of a table whose every row becomes one of -X or -XX: the table's own, but for the few that pmap changes. */
export class WideColumns extends ShownColumns {
  /** Only for -XX, which shows the flags. */
  readonly #flagIds: Uint32Array | undefined
  /** Where an end is another one. */
  #longs: BigUint64Array | undefined
  /** By the number of the flags' text: many rows have the same. */
  readonly #flags: Map<number, ReadFlags> = new Map()

  constructor(table: RegionTable, withFlags: boolean) {
    super(table, HAS_MAPPING | HAS_DEVICE)
    const { length, columns } = table
    this.#flagIds = withFlags && columns.flagIds !== undefined ? new Uint32Array(length) : undefined
  }

  /** Makes each row what pmap shows of it, and gives the rules by which rows differ from what the kernel says. */
  readAll(): ReadonlyMap<number, readonly PmapReason[]> {
    const reasons = new Map<number, readonly PmapReason[]>()
    for (let row = 0; row < this.table.length; row++) {
      const own = this.#row(row)
      if (own.length > 0) reasons.set(row, own)
    }
    return reasons
  }

  #row(row: number): readonly PmapReason[] {
    const { table } = this
    const isCut = this.#flagIds !== undefined && this.#copyFlags(row, this.#flagIds)
    // The end of a row of -X is its start and Size, which count a guard page that the range hides.
    const size = table.counter(row, 'Size')
    const isWhole = size === undefined || !table.has(row, HAS_START) || size === distance(table, row)
    if (isWhole) return isCut ? ['flags-cut'] : NONE
    this.#longs ??= table.columns.longs.slice()
    this.#longs[row * 4 + END] = BigInt.asUintN(64, (table.start(row) as bigint) + BigInt(size))
    this.show(row, HAS_END)
    return isCut ? ['flags-cut', 'guard-page'] : ['guard-page']
  }

  override build(): RegionTable {
    const longs = this.#longs
    const ends = longs === undefined ? {} : { longs, words: new Uint32Array(longs.buffer) }
    return super.build({ flagIds: this.#flagIds, ...ends })
  }

  /** Copies the flags up to the first that pmap cannot read; true when there is one. */
  #copyFlags(row: number, flagIds: Uint32Array): boolean {
    const { table } = this
    if (!table.has(row, HAS_VM_FLAGS)) return false
    const id = table.columns.flagIds?.[row] as number
    let read = this.#flags.get(id)
    if (read === undefined) {
      read = readFlags(table, row)
      this.#flags.set(id, read)
    }
    flagIds[row] = read.id
    this.show(row, HAS_VM_FLAGS)
    return read.isCut
  }
}

/** Bytes from start to end; undefined where there is no end. */
function distance(table: RegionTable, row: number): number | undefined {
  if (!table.has(row, HAS_END)) return undefined
  const high = table.high(row, END) - table.high(row, START)
  return high * 0x100000000 + (table.low(row, END) - table.low(row, START))
}

/** What of the flags are letters and blanks, of the first 127 bytes. */
function readFlags(table: RegionTable, row: number): ReadFlags {
  const all = table.vmFlagsBytes(row) ?? new Uint8Array(0)
  const read = all.subarray(0, FLAGS_BYTES)
  const other = read.findIndex((byte) => byte !== BLANK && (byte < LETTER_A || byte > LETTER_Z))
  const fit = other < 0 ? read : read.subarray(0, other)
  const isCut = fit.length < all.length
  const bytes = isCut && fit.at(-1) === BLANK ? fit.subarray(0, -1) : fit
  return { id: table.columns.names.intern(bytes, 0, bytes.length), isCut }
}
