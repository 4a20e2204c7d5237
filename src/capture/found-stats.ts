import type { BigIntStats } from 'node:fs'
import type { FileStat, StatFacts, Stats } from '../adapter.js'
import { type Device, deviceFromNumber } from '../model/device.js'
import type { Names } from '../model/names.js'
import { latin1 } from '../model/pathname.js'

/** Where the numbers of a path stand in its row. */
const COLUMNS = { dev: 0, ino: 1, mode: 2, size: 3, nlink: 4, rdev: 5 } as const
const WIDTH = 6

/** What stat said of paths, as columns: what it said of one is put together when somebody asks. */
export class FoundStats implements Stats {
  readonly #numbers: BigUint64Array
  readonly #errors: Map<number, string> = new Map()
  /** By their numbers: files lie on few, and to take a number apart takes long. */
  readonly #devices: Map<bigint, Device> = new Map()

  constructor(
    readonly names: Names,
    /** True when somebody asked about the empty path, which `names` always has. */
    readonly isEmptyAsked: boolean,
  ) {
    this.#numbers = new BigUint64Array(names.count * WIDTH)
  }

  /** Keeps what stat said of a path, by the number of its name. */
  set(id: number, { dev, ino, mode, size, nlink, rdev }: BigIntStats): void {
    const numbers = this.#numbers
    const row = id * WIDTH
    // Node gives 64 bits with a sign; none of these has one.
    numbers[row + COLUMNS.dev] = dev
    numbers[row + COLUMNS.ino] = ino
    numbers[row + COLUMNS.mode] = mode
    numbers[row + COLUMNS.size] = size
    numbers[row + COLUMNS.nlink] = nlink
    numbers[row + COLUMNS.rdev] = rdev
  }

  /** Keeps the name of the error that stat gave. */
  fail(id: number, error: string): void {
    this.#errors.set(id, error)
  }

  get size(): number {
    return this.names.count - this.#first
  }

  find(path: Uint8Array): FileStat | undefined {
    const id = this.names.find(path)
    return id === undefined || id < this.#first ? undefined : this.#stat(id)
  }

  get(path: string): StatFacts | undefined {
    const found = this.find(Buffer.from(path, 'latin1'))
    return found && { path, ...found }
  }

  has(path: string): boolean {
    return this.find(Buffer.from(path, 'latin1')) !== undefined
  }

  *keys(): MapIterator<string> {
    for (let id = this.#first; id < this.names.count; id++) yield latin1(this.names.bytes(id))
  }

  *values(): MapIterator<StatFacts> {
    for (const [, facts] of this) yield facts
  }

  *entries(): MapIterator<[string, StatFacts]> {
    for (let id = this.#first; id < this.names.count; id++) {
      const path = latin1(this.names.bytes(id))
      yield [path, { path, ...this.#stat(id) }]
    }
  }

  [Symbol.iterator](): MapIterator<[string, StatFacts]> {
    return this.entries()
  }

  forEach(take: (facts: StatFacts, path: string, stats: Stats) => void): void {
    for (const [path, facts] of this) take(facts, path, this)
  }

  /** The number of the first path that was asked about. */
  get #first(): number {
    return this.isEmptyAsked ? 0 : 1
  }

  #stat(id: number): FileStat {
    const error = this.#errors.get(id)
    if (error !== undefined) return { error }
    const numbers = this.#numbers
    const row = id * WIDTH
    return {
      device: this.#device(numbers[row + COLUMNS.dev] as bigint),
      inode: numbers[row + COLUMNS.ino] as bigint,
      mode: Number(numbers[row + COLUMNS.mode]),
      size: numbers[row + COLUMNS.size] as bigint,
      links: numbers[row + COLUMNS.nlink] as bigint,
      rdev: this.#device(numbers[row + COLUMNS.rdev] as bigint),
    }
  }

  #device(number: bigint): Device {
    let device = this.#devices.get(number)
    if (device === undefined) {
      device = deviceFromNumber(number)
      this.#devices.set(number, device)
    }
    return device
  }
}
