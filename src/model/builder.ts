import { CounterColumn, UNITLESS_COUNTERS } from './counters.js'
import { Devices } from './devices.js'
import { HAS_DEVICE, HAS_MAPPING, HAS_PATHNAME, HAS_PERMS, HAS_VM_FLAGS, type U64Field } from './fields.js'
import type { MappingRows } from './mapping-rows.js'
import { Names } from './names.js'
import type { CounterName, FileFacts } from './region.js'
import { resized } from './resized.js'
import { RowColumns } from './row-columns.js'
import { RegionTable } from './table.js'
import { HIGH, LOW } from './words.js'

/** Room for fewer rows than these is not worth giving back. */
const FEW_ROWS = 64

/** Fills the columns of a RegionTable, row after row. Parsers meet it as a Sink. */
export class TableBuilder {
  #columns: RowColumns = new RowColumns()
  #flagIds: Uint32Array | undefined
  #layoutIds: Uint32Array | undefined
  #layouts: unknown[] = []
  #files: (FileFacts | undefined)[] | undefined
  #extras: Map<number, [number, number][]> | undefined
  #counters: Map<CounterName, CounterColumn> = new Map()
  #taken: ReadonlyMap<CounterName, CounterColumn> | undefined
  #names: Names
  #devices: Devices = new Devices()
  /** The row being filled; −1 before the first. */
  protected row = -1

  /** `names` are those of another table, for one whose names are mostly the same: new ones are added to them. */
  constructor(names: Names = new Names()) {
    this.#names = names
  }

  /** How many rows there are so far. */
  get length(): number {
    return this.row + 1
  }

  /** Opens the next row, which began on that source line (0 for none); every setter below fills it. */
  openRow(line: number): void {
    const row = ++this.row
    const columns = this.#columns
    if (row === columns.capacity) {
      columns.grow(row, row + 1)
      this.#follow()
    }
    columns.line(row, line)
  }

  /** Adds rows that were read from lines of `bytes`, the first on that source line; the last is the open row, and so many are expected. */
  addRows(rows: MappingRows, bytes: Uint8Array, line: number, expected = 0): void {
    const first = this.row + 1
    const columns = this.#columns
    if (columns.admit(first, rows, expected)) this.#follow()
    columns.add(first, rows, bytes, line, this.#names, this.#devices)
    this.row += rows.count
  }

  /** Sets a 64-bit field of the open row from its halves, both unsigned. */
  u64(field: U64Field, high: number, low: number): void {
    const row = this.row
    const at = (row << 3) + (field << 1)
    const { words } = this.#columns
    words[at + LOW] = low
    words[at + HIGH] = high
    this.#mark(1 << field)
  }

  /** Sets start, end, perms, offset and inode of the open row at once; faster than one by one. */
  mapping(
    startHigh: number,
    startLow: number,
    endHigh: number,
    endLow: number,
    perms: number,
    offsetHigh: number,
    offsetLow: number,
    inodeHigh: number,
    inodeLow: number,
  ): void {
    const row = this.row
    const { words } = this.#columns
    const at = row << 3
    words[at + LOW] = startLow
    words[at + HIGH] = startHigh
    words[at + 2 + LOW] = endLow
    words[at + 2 + HIGH] = endHigh
    words[at + 4 + LOW] = offsetLow
    words[at + 4 + HIGH] = offsetHigh
    words[at + 6 + LOW] = inodeLow
    words[at + 6 + HIGH] = inodeHigh
    this.#columns.permsCodes[row] = perms
    this.#mark(HAS_MAPPING)
  }

  /** Sets a 64-bit field of the open row. */
  bigint(field: U64Field, value: bigint): void {
    this.u64(field, Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn))
  }

  /** Sets the perms of the open row to a perms code. */
  perms(code: number): void {
    this.#columns.permsCodes[this.row] = code
    this.#mark(HAS_PERMS)
  }

  /** Sets the device of the open row. */
  device(major: number, minor: number): void {
    this.#columns.device(this.row, this.#devices.number(major, minor))
    this.#mark(HAS_DEVICE)
  }

  /** Sets the pathname of the open row to `bytes[from, to)`. */
  pathname(bytes: Uint8Array, from: number, to: number): void {
    this.#columns.nameIds[this.row] = this.#names.intern(bytes, from, to)
    this.#mark(HAS_PATHNAME)
  }

  /** Sets the pathname of the open row by its number in the names that the builder was made with. */
  pathnameId(id: number): void {
    this.#columns.nameIds[this.row] = id
    this.#mark(HAS_PATHNAME)
  }

  /** The column of a counter, made when first asked for; set it at the row that `length − 1` names. */
  counterColumn(name: CounterName): CounterColumn {
    let column = this.#counters.get(name)
    if (column === undefined) {
      column = new CounterColumn(name, UNITLESS_COUNTERS.has(name) ? 1 : 1024, this.#columns.capacity)
      this.#counters.set(name, column)
    }
    return column
  }

  /** Sets a counter of the open row, in printed units (kB for most). */
  counter(column: CounterColumn, value: number): void {
    column.set(this.row, value)
  }

  /** Sets counters of the open row, the first `count` of these, in printed units. */
  setCounters(columns: readonly CounterColumn[], values: ArrayLike<number>, count: number): void {
    for (let i = 0; i < count; i++) (columns[i] as CounterColumn).set(this.row, values[i] as number)
  }

  /** Takes all counters of a finished table whose rows are the rows of this one; none is set row by row then. */
  takeCounters(counters: ReadonlyMap<CounterName, CounterColumn>): void {
    this.#taken = counters
  }

  /** Sets the vmFlags of the open row: codes with one blank between them. */
  vmFlags(bytes: Uint8Array, from: number, to: number): void {
    this.#flagIds ??= new Uint32Array(this.#columns.capacity)
    this.#flagIds[this.row] = this.#names.intern(bytes, from, to)
    this.#mark(HAS_VM_FLAGS)
  }

  /** Sets what is said about the open row's file. */
  file(facts: FileFacts): void {
    this.#files ??= []
    this.#files[this.row] = facts
  }

  /** Keeps a field we do not know: the bytes of its name and of its value. */
  extra(name: Uint8Array, value: Uint8Array): void {
    this.#extras ??= new Map()
    const pair: [number, number] = [
      this.#names.intern(name, 0, name.length),
      this.#names.intern(value, 0, value.length),
    ]
    const pairs = this.#extras.get(this.row)
    if (pairs === undefined) this.#extras.set(this.row, [pair])
    else pairs.push(pair)
  }

  /** Keeps a layout and gives the number that `layout` takes. */
  addLayout(layout: unknown): number {
    this.#layouts.push(layout)
    return this.#layouts.length - 1
  }

  /** Sets how the open row was laid out. */
  layout(id: number): void {
    this.#layoutIds ??= new Uint32Array(this.#columns.capacity)
    this.#layoutIds[this.row] = id
  }

  /** Hands the table over; the builder is done. */
  build(): RegionTable {
    const { length } = this
    const columns = this.#columns
    // Giving a little room back is not worth copying the rest.
    if (columns.capacity - length > Math.max(FEW_ROWS, length >> 4)) {
      columns.resize(length, length)
      this.#follow()
    }
    this.#names.trim()
    return new RegionTable({
      length,
      words: columns.words,
      longs: columns.longs,
      present: columns.present,
      permsCodes: columns.permsCodes,
      deviceIds: columns.deviceIds,
      devices: this.#devices.list,
      nameIds: columns.nameIds,
      flagIds: this.#flagIds,
      names: this.#names,
      lines: columns.lines,
      counters: this.#taken ?? this.#counters,
      files: this.#files,
      extras: this.#extras,
      layoutIds: this.#layoutIds,
      layouts: this.#layouts,
    })
  }

  /** Forgets the rows, for the next table. */
  protected restart(): void {
    this.#flagIds = undefined
    this.#layoutIds = undefined
    this.#counters = new Map()
    this.#columns = new RowColumns()
    this.#layouts = []
    this.#files = undefined
    this.#extras = undefined
    this.#taken = undefined
    this.#names = new Names()
    this.#devices = new Devices()
    this.row = -1
  }

  #mark(bit: number): void {
    const { present } = this.#columns
    present[this.row] = (present[this.row] as number) | bit
  }

  /** Gives the columns that not every table has as much room as the others. */
  #follow(): void {
    const { capacity } = this.#columns
    if (this.#flagIds !== undefined) this.#flagIds = resized(this.#flagIds, capacity)
    if (this.#layoutIds !== undefined) this.#layoutIds = resized(this.#layoutIds, capacity)
    for (const column of this.#counters.values()) column.resize(capacity)
  }
}
