import type { Adapter, Sink } from '../adapter.js'
import type { Device } from '../model/device.js'
import { HAS_DEVICE, HAS_MAPPING, HAS_PATHNAME, HAS_PERMS, type U64Field } from '../model/fields.js'
import { ANONYMOUS, type MappingRows, NAMED } from '../model/mapping-rows.js'
import type { RegionTable } from '../model/table.js'
import { LineDriver } from '../scan/lines.js'

/** The bits of what a line of maps says. */
const MAPPING: number = HAS_MAPPING | HAS_DEVICE | HAS_PATHNAME

/** Thrown at the first difference. */
const DIFFERS: unique symbol = Symbol('differs')

/** Reads a text that was written of a table, and keeps nothing of it: does it say all of the table again, and no more? */
export class Echo {
  readonly #sink: EchoSink
  #driver: LineDriver | undefined
  #isSame: boolean

  constructor(adapter: Adapter, dialect: string, table: RegionTable) {
    const { counters, flagIds, files, extras } = table.columns
    this.#isSame = counters.size === 0 && flagIds === undefined && files === undefined && extras === undefined
    this.#sink = new EchoSink(table)
    this.#until(() => {
      this.#driver = new LineDriver(adapter.open(this.#sink, { dialect }), { line: 0, byte: 0, indent: 0 })
    })
  }

  /** Reads the next bytes. */
  push(piece: Uint8Array): void {
    this.#until(() => this.#driver?.push(piece))
  }

  /** Reads the end; true when nothing differs. */
  end(): boolean {
    this.#until(() => {
      this.#driver?.end()
      this.#sink.end()
    })
    return this.#isSame
  }

  #until(act: () => void): void {
    if (!this.#isSame) return
    try {
      act()
    } catch (error) {
      if (error !== DIFFERS) throw error
      this.#isSame = false
    }
  }
}

/** Holds what is read against a table, row by row. Whatever is no plain mapping is taken for a difference. */
class EchoSink implements Sink {
  #row = -1
  /** The bits of what was said of the row so far. */
  #said = 0
  #isNameSame = true

  constructor(readonly table: RegionTable) {}

  get length(): number {
    return this.#row + 1
  }

  region(): void {
    this.#endRow()
    this.#row += 1
    this.#said = 0
  }

  end(): void {
    this.#endRow()
    this.#hold(this.length === this.table.length)
  }

  mappings(rows: MappingRows, bytes: Uint8Array): void {
    this.#endRow()
    const first = this.#row + 1
    this.#row += rows.count
    this.#hold(this.length <= this.table.length)
    this.#said = MAPPING
    this.#isNameSame = true
    const { words, permsCodes, present } = this.table.columns
    for (let i = 0, at = first << 3; i < rows.count << 3; i++, at++) this.#hold(words[at] === rows.words[i])
    for (let i = 0; i < rows.count; i++) {
      this.#hold(permsCodes[first + i] === rows.permsCodes[i] && present[first + i] === MAPPING)
    }
    this.#holdNames(first, rows, bytes)
  }

  u64(field: U64Field, high: number, low: number): void {
    const { table } = this
    this.#hold(table.low(this.#row, field) === low && table.high(this.#row, field) === high)
    this.#said |= 1 << field
  }

  bigint(field: U64Field, value: bigint): void {
    this.u64(field, Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn))
  }

  perms(code: number): void {
    this.#hold(this.table.columns.permsCodes[this.#row] === code)
    this.#said |= HAS_PERMS
  }

  device(major: number, minor: number): void {
    const device = this.table.device(this.#row)
    this.#hold(device?.major === major && device.minor === minor)
    this.#said |= HAS_DEVICE
  }

  /** The last one of a row counts: a name may go on in the next line. */
  pathname(bytes: Uint8Array, from: number, to: number): void {
    const name = this.table.pathnameBytes(this.#row)
    this.#isNameSame = name !== undefined && isName(name, bytes, from, to)
    this.#said |= HAS_PATHNAME
  }

  part(): void {}
  heading(): void {}
  footer(): void {}
  report(): void {}
  personal(): void {}
  returnTo(): void {}
  silent(): void {}

  reject(): never {
    throw DIFFERS
  }

  counterColumn(): never {
    throw DIFFERS
  }

  counter(): never {
    throw DIFFERS
  }

  counters(): never {
    throw DIFFERS
  }

  vmFlags(): never {
    throw DIFFERS
  }

  file(): never {
    throw DIFFERS
  }

  extra(): never {
    throw DIFFERS
  }

  addLayout(): never {
    throw DIFFERS
  }

  layout(): never {
    throw DIFFERS
  }

  total(): never {
    throw DIFFERS
  }

  process(): never {
    throw DIFFERS
  }

  dialect(): never {
    throw DIFFERS
  }

  origin(): never {
    throw DIFFERS
  }

  #holdNames(first: number, rows: MappingRows, bytes: Uint8Array): void {
    const { table } = this
    const { deviceIds, nameIds } = table.columns
    let device = 0
    let name = 0
    for (let i = 0; i < rows.count; i++) {
      const row = first + i
      const kind = rows.kinds[i]
      if (kind === NAMED) {
        device = deviceIds[row] as number
        name = nameIds[row] as number
        const { major, minor } = table.device(row) as Device
        this.#hold(major === rows.majors[i] && minor === rows.minors[i])
        const said = table.pathnameBytes(row) as Uint8Array
        this.#hold(isName(said, bytes, rows.nameFroms[i] as number, rows.nameTos[i] as number))
      } else if (kind === ANONYMOUS) this.#hold(deviceIds[row] === 0 && nameIds[row] === 0)
      else this.#hold(deviceIds[row] === device && nameIds[row] === name)
    }
  }

  #endRow(): void {
    const { present } = this.table.columns
    this.#hold(this.#row < 0 || (this.#isNameSame && this.#said === present[this.#row]))
  }

  #hold(isSame: boolean): void {
    if (!isSame) throw DIFFERS
  }
}

/** True when `bytes[from, to)` are the name. */
function isName(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false
  for (let i = 0, at = from; at < to; i++, at++) if (name[i] !== bytes[at]) return false
  return true
}
