import type { CounterColumn } from './counters.js'
import type { Device } from './device.js'
import {
  END,
  HAS_DEVICE,
  HAS_END,
  HAS_INODE,
  HAS_OFFSET,
  HAS_PATHNAME,
  HAS_PERMS,
  HAS_START,
  HAS_VM_FLAGS,
  INODE,
  OFFSET,
  START,
  type U64Field,
} from './fields.js'
import type { Names } from './names.js'
import { permsText } from './perms.js'
import type { CounterName, FileFacts, Region } from './region.js'
import type { DeviceIds } from './row-columns.js'
import { HIGH, LOW } from './words.js'

/** The columns of a table, as the builder hands them over. */
export interface Columns {
  readonly length: number
  /** Four 64-bit values a row (start, end, offset, inode), each as two 32-bit halves in the machine's order. */
  readonly words: Uint32Array
  /** The same buffer as 64-bit values, four a row. */
  readonly longs: BigUint64Array
  /** A row's HAS_… bits. */
  readonly present: Uint16Array
  readonly permsCodes: Uint8Array
  readonly deviceIds: DeviceIds
  readonly devices: readonly Device[]
  readonly nameIds: Uint32Array
  readonly flagIds: Uint32Array | undefined
  readonly names: Names
  /** The source line (1-based) each region began on, 0 where there was none; undefined where it is the row's number, from 1. */
  readonly lines: Uint32Array | undefined
  readonly counters: ReadonlyMap<CounterName, CounterColumn>
  readonly files: readonly (FileFacts | undefined)[] | undefined
  /** Fields we do not know, as pairs of name numbers. */
  readonly extras: ReadonlyMap<number, readonly (readonly [number, number])[]> | undefined
  readonly layoutIds: Uint32Array | undefined
  /** How records were laid out, in the words of the adapter that read them; formatters write it back. */
  readonly layouts: readonly unknown[]
}

/** Regions as columns: what every view holds. Rows are made when asked for. */
export class RegionTable implements Iterable<Region> {
  readonly columns: Columns
  /** The words of the columns with a sign. */
  readonly #signed: Int32Array

  constructor(columns: Columns) {
    const { buffer, byteOffset, length } = columns.words
    this.columns = columns
    this.#signed = new Int32Array(buffer, byteOffset, length)
  }

  /** Number of regions. */
  get length(): number {
    return this.columns.length
  }

  /** First byte of the region, or undefined where the source does not say. */
  start(row: number): bigint | undefined {
    return this.#long(row, START, HAS_START)
  }

  /** One past the region's last byte. // exclusive */
  end(row: number): bigint | undefined {
    return this.#long(row, END, HAS_END)
  }

  /** end − start in bytes, or undefined when either is not known. */
  size(row: number): bigint | undefined {
    const start = this.start(row)
    const end = this.end(row)
    return start === undefined || end === undefined ? undefined : end - start
  }

  /** Bytes into the backing object. */
  offset(row: number): bigint | undefined {
    return this.#long(row, OFFSET, HAS_OFFSET)
  }

  inode(row: number): bigint | undefined {
    return this.#long(row, INODE, HAS_INODE)
  }

  perms(row: number): string | undefined {
    return this.has(row, HAS_PERMS) ? permsText(this.columns.permsCodes[row] as number) : undefined
  }

  device(row: number): Device | undefined {
    return this.has(row, HAS_DEVICE) ? this.columns.devices[this.columns.deviceIds[row] as number] : undefined
  }

  /** The pathname as text; bytes that are not UTF-8 show as U+FFFD. */
  pathname(row: number): string | undefined {
    return this.has(row, HAS_PATHNAME) ? this.columns.names.text(this.columns.nameIds[row] as number) : undefined
  }

  /** The pathname's bytes; a view, not to be written to. */
  pathnameBytes(row: number): Uint8Array | undefined {
    return this.has(row, HAS_PATHNAME) ? this.columns.names.bytes(this.columns.nameIds[row] as number) : undefined
  }

  /** A counter in bytes, or undefined where the source has none. */
  counter(row: number, name: CounterName): number | undefined {
    return this.columns.counters.get(name)?.bytes(row)
  }

  vmFlags(row: number): readonly string[] | undefined {
    const { flagIds, names } = this.columns
    if (flagIds === undefined || !this.has(row, HAS_VM_FLAGS)) return undefined
    return names
      .text(flagIds[row] as number)
      .split(' ')
      .filter(Boolean)
  }

  /** The vmFlags as they were given to the builder; a view, not to be written to. */
  vmFlagsBytes(row: number): Uint8Array | undefined {
    const { flagIds, names } = this.columns
    return flagIds === undefined || !this.has(row, HAS_VM_FLAGS) ? undefined : names.bytes(flagIds[row] as number)
  }

  file(row: number): FileFacts | undefined {
    return this.columns.files?.[row]
  }

  extra(row: number): Readonly<Record<string, string>> | undefined {
    const pairs = this.columns.extras?.get(row)
    if (pairs === undefined) return undefined
    const { names } = this.columns
    return Object.fromEntries(pairs.map(([name, value]) => [names.text(name), names.text(value)]))
  }

  /** The source line (1-based) on which the region began; 0 where there was none. */
  line(row: number): number {
    const { lines } = this.columns
    return lines === undefined ? row + 1 : (lines[row] as number)
  }

  /** The adapter's note of how the record was laid out, if it made one. */
  layout(row: number): unknown {
    const { layoutIds, layouts } = this.columns
    return layoutIds === undefined ? undefined : layouts[layoutIds[row] as number]
  }

  /** The upper 32 bits of a 64-bit field, for code that must not make bigints. */
  high(row: number, field: U64Field): number {
    return this.columns.words[(row << 3) + (field << 1) + HIGH] as number
  }

  /** The lower 32 bits of a 64-bit field. */
  low(row: number, field: U64Field): number {
    return this.columns.words[(row << 3) + (field << 1) + LOW] as number
  }

  /** The bits of the upper half as a number with a sign, which to V8 is a small integer whatever they are. */
  highBits(row: number, field: U64Field): number {
    return this.#signed[(row << 3) + (field << 1) + HIGH] as number
  }

  /** The bits of the lower half as a number with a sign. */
  lowBits(row: number, field: U64Field): number {
    return this.#signed[(row << 3) + (field << 1) + LOW] as number
  }

  /** True when the row has the field of this HAS_… bit. */
  has(row: number, bit: number): boolean {
    return ((this.columns.present[row] as number) & bit) !== 0
  }

  /** A row as a plain object. */
  at(row: number): Region {
    const region: { -readonly [K in keyof Region]: Region[K] } = {}
    const start = this.start(row)
    if (start !== undefined) region.start = start
    const end = this.end(row)
    if (end !== undefined) region.end = end
    const perms = this.perms(row)
    if (perms !== undefined) region.perms = perms
    const offset = this.offset(row)
    if (offset !== undefined) region.offset = offset
    const device = this.device(row)
    if (device !== undefined) region.device = device
    const inode = this.inode(row)
    if (inode !== undefined) region.inode = inode
    if (this.has(row, HAS_PATHNAME)) {
      const id = this.columns.nameIds[row] as number
      region.pathname = this.columns.names.text(id)
      if (!this.columns.names.isText(id)) region.pathnameBytes = this.columns.names.bytes(id)
    }
    const counters: Record<string, number> = {}
    let counted = false
    for (const column of this.columns.counters.values()) {
      const value = column.bytes(row)
      if (value === undefined) continue
      counters[column.name] = value
      counted = true
    }
    if (counted) region.counters = counters
    const vmFlags = this.vmFlags(row)
    if (vmFlags !== undefined) region.vmFlags = vmFlags
    const file = this.file(row)
    if (file !== undefined) region.file = file
    const extra = this.extra(row)
    if (extra !== undefined) region.extra = extra
    return region
  }

  *[Symbol.iterator](): Iterator<Region> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }

  #long(row: number, field: number, bit: number): bigint | undefined {
    return this.has(row, bit) ? (this.columns.longs[row * 4 + field] as bigint) : undefined
  }
}
