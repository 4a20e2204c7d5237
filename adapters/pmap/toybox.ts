import { CellRows } from './cell-rows.js'
import { type CellShape, rowPattern } from './cell-shape.js'
import type { Implementation, Sum } from './implementation.js'
import { sums } from './sums.js'

const SIZES: CellShape = {
  dialect: 'toybox',
  counters: [],
  hasUnit: true,
  mode: 'r-x--',
  hasOffset: false,
  gap: 1,
}
const COUNTERS: CellShape = {
  ...SIZES,
  dialect: 'toybox-x',
  counters: ['Pss', 'Private_Dirty', 'Swap'],
  hasUnit: false,
}

const SIZES_ROW = rowPattern(SIZES)
const COUNTERS_ROW = rowPattern(COUNTERS)
const HEADING = /^Address +Kbytes +PSS +Dirty +Swap Mode {2}Mapping$/
const TOTAL = /^total +(\d+)K$/
const TOTALS = /^total +(\d+) +(\d+) +(\d+) +(\d+)$/

/** True for a row that no other pmap prints: a name that the kernel makes, and toybox indents. */
export function isOfToybox(line: string): boolean {
  return /^[0-9a-f]{8,16} +\d+K [r-][w-][x-][s-]- {3}\[[^ ]/.test(line)
}

/** The command of toybox, which Android has, too: 0.8.9, and unchanged by May 2026. */
export const toybox: Implementation = {
  blanks: 1,
  dialectOf(line) {
    if (SIZES_ROW.test(line)) return SIZES.dialect
    return COUNTERS_ROW.test(line) || HEADING.test(line) ? COUNTERS.dialect : undefined
  },
  below: (heading, sink) => (HEADING.test(heading) ? new CellRows(sink, COUNTERS) : undefined),
  readers: (sink) => [new CellRows(sink, SIZES), new CellRows(sink, COUNTERS)],
  totals(line): readonly Sum[] | undefined {
    const total = TOTAL.exec(line)
    if (total) return sums(['Size'], total)
    const all = TOTALS.exec(line)
    return all ? sums(['Size', 'Pss', 'Private_Dirty', 'Swap'], all) : undefined
  },
  ended(line) {
    if (TOTAL.test(line)) return SIZES.dialect
    return TOTALS.test(line) ? COUNTERS.dialect : undefined
  },
}
