import type { Dialect, View } from '../adapter.js'
import type { FieldName } from '../model/fields.js'
import type { RegionTable } from '../model/table.js'
import { align } from './align.js'
import type { Converted } from './convert.js'
import { countLostProcess, countLostTotals } from './loss-around.js'
import { LossTally } from './loss-tally.js'
import { RowComparer } from './row-comparer.js'

/** What a conversion can lose: a field of regions, whole regions, or what a view says beside them. */
export type LostField = FieldName | 'regions' | 'process' | 'totals'

/** Something that the converted text says no more, or says less exactly. */
export interface Loss {
  readonly code: 'lost-field' | 'lost-precision'
  readonly field: LostField
  /** How many regions it is lost from; of `process` how many views, of `totals` how many sums. */
  readonly count: number
  /** Names of what is lost where the target says the rest: of counters, facts about the file or the process, totals. */
  readonly parts: readonly string[]
  /** What is lost of a value, in the words of the target's dialect. */
  readonly what?: string
}

/**
 * What is lost between views and what is read back from the text that was written of them: nothing is said to be lost that
 * comes back.
 *
 * Rows are held against each other in the order of the text, for a format may tell its processes apart by their rows alone.
 * `summed`: the target has no regions but their sums.
 */
export function lossesOf(
  converted: readonly Converted[],
  back: readonly View[],
  dialect: Dialect,
  summed = false,
): readonly Loss[] {
  const tally = new LossTally()
  const total = (tables: readonly RegionTable[]): number => tables.reduce((sum, { length }) => sum + length, 0)
  const inStep = total(converted.map(({ view }) => view.table)) === total(back.map(({ table }) => table))
  const rows = new RowsOf(back)
  for (const [index, one] of converted.entries()) {
    const { source, view } = one
    const first =
      view.table.length > 0 && !summed ? rows.view : back.length === converted.length ? back[index] : undefined
    if (summed) tally.add('lost-field', 'regions', source.table.length)
    else if (inStep) compareInStep(one, rows, tally)
    else comparePaired(one, back[index], tally)
    countLeftOut(one, tally)
    countLostProcess(source.process, first?.process, tally)
    countLostTotals(source.totals, first?.totals ?? [], tally)
  }
  return tally.losses(dialect)
}

/** What is lost of a view whose regions all come back, in a text that says nothing beside regions. */
export function lossesBeside({ process, totals }: View, dialect: Dialect): readonly Loss[] {
  const tally = new LossTally()
  countLostProcess(process, undefined, tally)
  countLostTotals(totals, [], tally)
  return tally.losses(dialect)
}

function compareInStep({ source, view, from }: Converted, rows: RowsOf, tally: LossTally): void {
  let comparer: RowComparer | undefined
  for (let row = 0; row < view.table.length; row++) {
    const back = rows.view as View
    if (comparer?.back !== back.table) {
      comparer?.finish()
      comparer = new RowComparer(source, back, tally)
    }
    comparer.compare(from?.[row] ?? row, rows.row)
    rows.next()
  }
  comparer?.finish()
}

/** For a text that reads as more or fewer regions than were written: pairs those that can be told. */
function comparePaired({ source, view, from }: Converted, back: View | undefined, tally: LossTally): void {
  if (back === undefined) {
    tally.add('lost-field', 'regions', view.table.length)
    return
  }
  const { partner, extra } = align(view.table, back.table, 'mapping', (name) => name)
  const comparer = new RowComparer(source, back, tally)
  partner.forEach((backRow, row) => {
    if (backRow < 0) tally.add('lost-field', 'regions')
    else comparer.compare(from?.[row] ?? row, backRow)
  })
  comparer.finish()
  if (extra.length > 0) tally.add('lost-precision', 'regions', extra.length)
}

/** Counts the regions that the target does not show at all. */
function countLeftOut({ source, from }: Converted, tally: LossTally): void {
  if (from === undefined) return
  const count = source.table.length - new Set(from).size
  if (count > 0) tally.add('lost-field', 'regions', count)
}

/** The rows of several views, one after the other. */
class RowsOf {
  #index = 0
  row = 0

  constructor(readonly views: readonly View[]) {
    this.#skipEmpty()
  }

  get view(): View | undefined {
    return this.views[this.#index]
  }

  next(): void {
    this.row += 1
    if (this.row < (this.view?.table.length ?? 0)) return
    this.row = 0
    this.#index += 1
    this.#skipEmpty()
  }

  #skipEmpty(): void {
    while (this.view !== undefined && this.view.table.length === 0) this.#index += 1
  }
}
