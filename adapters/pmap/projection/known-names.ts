import { END, HAS_END, START } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'
import type { PmapReason } from './reasons.js'

/** Of a name that was not met yet. */
export const NOT_MET = -1

/** Of a name whose printed form depends on where the mapping lies, and on what else is said of it. */
export const DEPENDS = -2

/** Names that print alike wherever they stand, by their number: each is made once. */
export class KnownNames {
  readonly #shownIds: Int32Array
  readonly #reasons: (readonly PmapReason[])[] = []

  /** For so many names. */
  constructor(count: number) {
    this.#shownIds = new Int32Array(count).fill(NOT_MET)
  }

  /** The number of what is printed for a name; NOT_MET or DEPENDS where it is not known. */
  shownId(id: number): number {
    return this.#shownIds[id] as number
  }

  /** By which rules a known name is printed so; undefined for another one. */
  reasons(id: number): readonly PmapReason[] | undefined {
    return this.#reasons[id]
  }

  /** Keeps what is printed for a name, and gives that. */
  keep(id: number, shownId: number, reasons: readonly PmapReason[]): number {
    this.#shownIds[id] = shownId
    this.#reasons[id] = reasons
    return shownId
  }

  /** Keeps that a name is to be made for each row. */
  keepOut(id: number): number {
    this.#shownIds[id] = DEPENDS
    return DEPENDS
  }
}

/** The rows whose range an address lies in, or is the end of, in their order. */
export function rowsAround(table: RegionTable, address: bigint): number[] {
  const high = Number(address >> 32n)
  const low = Number(address & 0xffffffffn)
  const rows: number[] = []
  for (let row = 0; row < table.length; row++) {
    const startHigh = table.high(row, START)
    if (startHigh > high || (startHigh === high && table.low(row, START) > low)) continue
    const end = table.has(row, HAS_END) ? END : START
    const endHigh = table.high(row, end)
    if (endHigh > high || (endHigh === high && table.low(row, end) >= low)) rows.push(row)
  }
  return rows
}
