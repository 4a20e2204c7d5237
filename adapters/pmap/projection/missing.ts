import type { View } from '../../../src/adapter.js'
import { type Range, shownRange } from './range.js'
import type { PmapReason } from './reasons.js'
import type { Shown } from './shown.js'

/** Names the rules by which a pmap shows no row for a mapping of the richer view. */
export class Missing {
  readonly #range: Range | undefined
  readonly #hasSumsAlone: boolean

  constructor(
    readonly view: View,
    as: View,
    readonly shown: Shown,
  ) {
    this.#range = shownRange(as)
    const sizes = as.totals.some(({ name, value }) => name === 'Size' && value > 0n)
    this.#hasSumsAlone = as.table.length === 0 && sizes && shown.sums.Dirty !== undefined
  }

  /** The rule for a row; undefined where there is none. */
  why(row: number): PmapReason | undefined {
    if (this.#hasSumsAlone) return 'row-at-swap'
    const { table } = this.view
    const start = table.start(row)
    const end = table.end(row)
    if (start === undefined || end === undefined) return undefined
    const range = this.#range
    if (range !== undefined && (start > range.high || end <= range.low)) return 'outside-range'
    return this.shown.skipsEmpty && end - start < 1024n ? 'empty-not-listed' : undefined
  }
}
