import type { BigIntStats, Stats as NumberStats } from 'node:fs'
import type { FileStat, StatFacts, Stats } from '../adapter.js'
import { type Device, deviceFromNumber } from '../model/device.js'
import type { Names } from '../model/names.js'
import { latin1 } from '../model/pathname.js'

/** Where the numbers of a path stand in its row. */
const COLUMNS = { dev: 0, ino: 1, mode: 2, size: 3, nlink: 4, rdev: 5 } as const
const WIDTH = 6

/** What stat said of paths, as columns: what it said of one is put together when somebody asks. */
export class FoundStats implements Stats {
  readonly #numbers: Float64Array
  /** What doubles do not hold. */
  readonly #inexact: Map<number, BigIntStats> = new Map()
  readonly #errors: Map<number, string> = new Map()
  /** By their numbers: files lie on few, and to take a number apart takes long. */
  readonly #devices: Map<number | bigint, Device> = new Map()
  /** The path behind the one that was found last: who looks for all of them mostly does so in the order in which they were asked about. */
  #next = 1

  constructor(
    readonly names: Names,
    /** True when somebody asked about the empty path, which `names` always has. */
    readonly isEmptyAsked: boolean,
  ) {
    this.#numbers = new Float64Array(names.count * WIDTH)
  }

  /** Keeps what stat said of a path, by the number of its name; numbers are exact. */
  set(id: number, stat: NumberStats | BigIntStats): void {
    if (typeof stat.ino === 'bigint') this.#inexact.set(id, stat as BigIntStats)
    else this.#put(id * WIDTH, stat as NumberStats)
  }

  /** Keeps the name of the error that stat gave. */
  fail(id: number, error: string): void {
    this.#errors.set(id, error)
  }

  get size(): number {
    return this.names.count - this.#first
  }

  find(path: Uint8Array): FileStat | undefined {
    const { names } = this
    const id = names.is(this.#next, path) ? this.#next : names.find(path)
    if (id !== undefined) this.#next = id + 1
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
    const inexact = this.#inexact.get(id)
    if (inexact !== undefined) return this.#inexactStat(inexact)
    const numbers = this.#numbers
    const row = id * WIDTH
    return {
      device: this.#device(numbers[row + COLUMNS.dev] as number),
      inode: BigInt(numbers[row + COLUMNS.ino] as number),
      mode: numbers[row + COLUMNS.mode] as number,
      size: BigInt(numbers[row + COLUMNS.size] as number),
      links: BigInt(numbers[row + COLUMNS.nlink] as number),
      rdev: this.#device(numbers[row + COLUMNS.rdev] as number),
    }
  }

  #inexactStat({ dev, ino, mode, size, nlink, rdev }: BigIntStats): FileStat {
    return {
      device: this.#device(unsigned(dev)),
      inode: unsigned(ino),
      mode: Number(mode),
      size: unsigned(size),
      links: unsigned(nlink),
      rdev: this.#device(unsigned(rdev)),
    }
  }

  #put(row: number, { dev, ino, mode, size, nlink, rdev }: NumberStats): void {
    const numbers = this.#numbers
    numbers[row + COLUMNS.dev] = dev
    numbers[row + COLUMNS.ino] = ino
    numbers[row + COLUMNS.mode] = mode
    numbers[row + COLUMNS.size] = size
    numbers[row + COLUMNS.nlink] = nlink
    numbers[row + COLUMNS.rdev] = rdev
  }

  #device(number: number | bigint): Device {
    let device = this.#devices.get(number)
    if (device === undefined) {
      device = deviceFromNumber(BigInt(number))
      this.#devices.set(number, device)
    }
    return device
  }
}

/** Node gives 64 bits with a sign; none of these has one. */
function unsigned(number: bigint): bigint {
  return BigInt.asUintN(64, number)
}
