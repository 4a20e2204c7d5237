import type { CounterName } from './region.js'

const ABSENT = 0xffffffff
const WIDE_ABSENT = -1

/** Counters that have no unit; every other one is printed in kB of 1024 bytes. */
export const UNITLESS_COUNTERS: ReadonlySet<CounterName> = new Set(['THPeligible', 'ProtectionKey'])

/** One counter of every row, in the unit it was printed in; 32 bits wide until a larger value comes. */
export class CounterColumn {
  #values: Uint32Array | Float64Array
  /** Stands where a row has no value: the largest of 32 bits, and below 0 once they are wider. */
  #absent: number = ABSENT

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
    if (value >= ABSENT && this.#absent === ABSENT) this.#widen()
    this.#values[row] = value
  }

  has(row: number): boolean {
    return this.#values[row] !== this.#absent
  }

  /** The number as printed (kB for most), or undefined where the source has none. */
  printed(row: number): number | undefined {
    const value = this.#values[row]
    return value === this.#absent ? undefined : value
  }

  /** The value in bytes (or as it is, for a counter without a unit), or undefined where the source has none. */
  bytes(row: number): number | undefined {
    const value = this.#values[row] as number
    return value === this.#absent ? undefined : value * this.unit
  }

  /** True when each of the first `length` rows has a value. */
  isFull(length: number): boolean {
    const first = this.#values.indexOf(this.#absent)
    return first < 0 || first >= length
  }

  /** Changes the number of rows there is room for. */
  resize(capacity: number): void {
    const wide = this.#absent !== ABSENT
    const values = wide ? new Float64Array(capacity) : new Uint32Array(capacity)
    if (capacity > this.#values.length) values.fill(this.#absent, this.#values.length)
    values.set(capacity < this.#values.length ? this.#values.subarray(0, capacity) : this.#values)
    this.#values = values
  }

  #widen(): void {
    const narrow = this.#values
    this.#values = Float64Array.from(narrow, (value) => (value === ABSENT ? WIDE_ABSENT : value))
    this.#absent = WIDE_ABSENT
  }
}
