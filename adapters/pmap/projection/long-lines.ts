import type { View } from '../../../src/adapter.js'
import { NAME_COLUMN } from './name.js'

const SLASH = 0x2f

/** Which rows of a pmap may be of a line of maps that is too long for one: by their paths, and by the rows that are no mappings. */
export class LongLines {
  /** The rows that stand right before such a one. */
  readonly #before: ReadonlySet<number>

  constructor(
    readonly view: View,
    /** How many bytes of a line are read. */
    readonly lineBytes: number,
  ) {
    const { table, diagnostics } = view
    const before = new Set<number>()
    let row = 0
    for (const { code, line } of diagnostics) {
      if (code !== 'bogus-row') continue
      while (row < table.length && table.line(row) < line) row++
      before.add(row - 1)
    }
    this.#before = before
  }

  /** True for a row whose path is too long. */
  isLong(row: number): boolean {
    const name = this.view.table.pathnameBytes(row)
    return name?.[0] === SLASH && name.length > this.lineBytes - NAME_COLUMN
  }

  /** True for a row whose path is too long, or behind which the rest of a long line stands, so that its name is less than it was. */
  mayBeLong(row: number): boolean {
    return this.#before.has(row) || this.isLong(row)
  }

  /** True when the mapping from `start` on may have no row: with -x the row that is none stands in its place. */
  mayHide(start: bigint | undefined): boolean {
    if (start === undefined) return false
    const { table } = this.view
    for (const row of this.#before) {
      const low = row < 0 ? undefined : table.start(row)
      const high = row + 1 < table.length ? table.start(row + 1) : undefined
      if ((low === undefined || low < start) && (high === undefined || start < high)) return true
    }
    return false
  }
}
