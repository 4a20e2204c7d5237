import type { View } from '../../../src/adapter.js'
import { LINE_BYTES, NAME_COLUMN } from './name.js'
import type { Shown } from './shown.js'

const SLASH = 0x2f

/** Bytes of a line of maps before the name, where addresses have 32 bits. */
const NARROW_NAME_COLUMN = 49

/** What procps shows with a row of its own for every line, whatever it makes of the rest. */
const WITH_EVERY_ROW: ReadonlySet<string> = new Set(['default', 'd'])

/** Which rows of a pmap may be of a line of maps that is too long for one: by their paths, and by the rows that are no mappings. */
export class LongLines {
  /** The rows that stand right before such a one. */
  readonly #before: ReadonlySet<number>
  /** True for -x, where the rest of a long line stands in place of its mapping's row. */
  readonly #standsInstead: boolean
  /** Where the kernel's names begin; known once it was asked for. */
  #column: number | undefined

  constructor(
    readonly view: View,
    /** How many bytes of a line are read. */
    readonly lineBytes: number,
  ) {
    const { table, diagnostics, dialect } = view
    this.#standsInstead = dialect.startsWith('x')
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
    return (this.#before.has(row) && !this.#standsInstead) || this.isLong(row)
  }

  /** True for a row with a path that is longer than what the program that printed it reads. */
  isTooLong(row: number, { lineBytes = LINE_BYTES }: Shown): boolean {
    const { table } = this.view
    const name = table.pathnameBytes(row)
    if (name?.[0] !== SLASH) return false
    this.#column ??=
      table.length > 0 && (table.end(table.length - 1) ?? 0n) >> 32n > 0n ? NAME_COLUMN : NARROW_NAME_COLUMN
    return name.length > lineBytes - this.#column
  }

  /** True when the mapping from `start` on may have no row: with -x the row that is none stands in its place. */
  mayHide(start: bigint | undefined): boolean {
    const { table, dialect } = this.view
    if (start === undefined || WITH_EVERY_ROW.has(dialect)) return false
    for (const row of this.#before) {
      const low = row < 0 ? undefined : table.start(row)
      const high = row + 1 < table.length ? table.start(row + 1) : undefined
      if ((low === undefined || low < start) && (high === undefined || start < high)) return true
    }
    return false
  }
}
