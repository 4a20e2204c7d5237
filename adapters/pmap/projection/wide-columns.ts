import type { TableBuilder } from '../../../src/model/builder.js'
import { copyMapping } from '../../../src/model/copy.js'
import { END, HAS_END, HAS_START, HAS_VM_FLAGS, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { PmapReason } from './reasons.js'

/** `%127[a-z ]` in pmap -XX since 3.3.15; before, it reads on and beyond its own memory. */
const FLAGS_BYTES = 127

const BLANK = 0x20
const LETTER_A = 0x61
const LETTER_Z = 0x7a

const NONE: readonly PmapReason[] = []

/** Flags as pmap reads them. */
interface ReadFlags {
  readonly bytes: Uint8Array
  readonly isCut: boolean
}

/** Copies what -X and -XX have columns for, from a table whose every row becomes one. */
export class WideColumns {
  /** By the number of the flags' text: many rows have the same. */
  readonly #flags: Map<number, ReadFlags> = new Map()

  constructor(
    readonly builder: TableBuilder,
    readonly table: RegionTable,
    /** True for -XX, which shows the flags. */
    readonly withFlags: boolean,
  ) {
    builder.takeCounters(table.columns.counters)
  }

  /** Copies a row, and gives the rules by which it differs from what the kernel says. */
  copy(row: number): readonly PmapReason[] {
    const { builder, table } = this
    copyMapping(builder, table, row)
    const isCut = this.#copyFlags(row)
    // The end of a row of -X is its start and Size, which count a guard page that the range hides.
    const size = table.counter(row, 'Size')
    const isWhole = size === undefined || !table.has(row, HAS_START) || size === distance(table, row)
    if (isWhole) return isCut ? ['flags-cut'] : NONE
    builder.bigint(END, BigInt.asUintN(64, (table.start(row) as bigint) + BigInt(size)))
    return isCut ? ['flags-cut', 'guard-page'] : ['guard-page']
  }

  /** Copies the flags up to the first that pmap cannot read; true when there is one. */
  #copyFlags(row: number): boolean {
    const { table, builder } = this
    const { flagIds } = table.columns
    if (!this.withFlags || flagIds === undefined || !table.has(row, HAS_VM_FLAGS)) return false
    const id = flagIds[row] as number
    let read = this.#flags.get(id)
    if (read === undefined) {
      read = readFlags(table, row)
      this.#flags.set(id, read)
    }
    builder.vmFlags(read.bytes, 0, read.bytes.length)
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
  const bytes = other < 0 ? read : read.subarray(0, other)
  if (bytes.length === all.length) return { bytes, isCut: false }
  return { bytes: bytes.at(-1) === BLANK ? bytes.subarray(0, -1) : bytes, isCut: true }
}
