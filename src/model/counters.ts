import type { CounterName } from './region.js'

const ABSENT = 0xffffffff

/** Counters that have no unit; every other one is printed in kB of 1024 bytes. */
export const UNITLESS_COUNTERS: ReadonlySet<CounterName> = new Set(['THPeligible', 'ProtectionKey'])

/** One counter of every row, in the unit it was printed in; 32 bits wide until a larger value comes. */
export class CounterColumn {
  #values: Uint32Array | Float64Array

  constructor(
    readonly name: CounterName,
    /** Bytes in one printed unit: 1024, or 1 for a counter without a unit. */
    readonly unit: number,
    capacity: number,
  ) {
    this.#values = new Uint32Array(capacity).fill(ABSENT)
  }

  /** Sets the value of a row, in printed units; exact up to 2^53. */
  set(row: number, value: number): void {
    if (value >= ABSENT && this.#values instanceof Uint32Array) this.#widen()
    this.#values[row] = value
  }

  has(row: number): boolean {
    const value = this.#values[row] as number
    return this.#values instanceof Uint32Array ? value !== ABSENT : !Number.isNaN(value)
  }

  /** The number as printed (kB for most), or undefined where the source has none. */
  printed(row: number): number | undefined {
    return this.has(row) ? (this.#values[row] as number) : undefined
  }

  /** The value in bytes (or as it is, for a counter without a unit), or undefined where the source has none. */
  bytes(row: number): number | undefined {
    return this.has(row) ? (this.#values[row] as number) * this.unit : undefined
  }

  /** Changes the number of rows there is room for. */
  resize(capacity: number): void {
    const wide = this.#values instanceof Float64Array
    const values = wide ? new Float64Array(capacity) : new Uint32Array(capacity)
    if (capacity > this.#values.length) values.fill(wide ? Number.NaN : ABSENT, this.#values.length)
    values.set(capacity < this.#values.length ? this.#values.subarray(0, capacity) : this.#values)
    this.#values = values
  }

  #widen(): void {
    const narrow = this.#values
    this.#values = Float64Array.from(narrow, (value) => (value === ABSENT ? Number.NaN : value))
  }
}
