import { CellRows } from './cell-rows.js'
import { type CellShape, rowPattern } from './cell-shape.js'
import type { Implementation, Sum } from './implementation.js'
import { sums } from './sums.js'

const SIZES: CellShape = {
  dialect: 'busybox',
  counters: [],
  hasUnit: true,
  mode: 'r-xp',
  hasOffset: false,
  gap: 2,
}
const COUNTERS: CellShape = {
  ...SIZES,
  dialect: 'busybox-x',
  counters: ['Pss', 'Private_Dirty', 'Swap'],
  hasUnit: false,
}

const SIZES_ROW = rowPattern(SIZES)
const COUNTERS_ROW = rowPattern(COUNTERS)
/** Two TABs, in 32-bit builds one; on a terminal they become blanks. */
const HEADING = /^Address[\t ]+Kbytes +PSS +Dirty +Swap {2}Mode {2}Mapping$/

/** What ends a block, and the dialect that alone ends it so. */
const TOTALS: readonly (readonly [dialect: string, line: RegExp, names: readonly string[]])[] = [
  ['busybox', /^ total +(\d+)K$/, ['Size']],
  ['busybox-x', /^total kB +(\d+) +(\d+) +(\d+) +(\d+)$/, ['Size', 'Pss', 'Private_Dirty', 'Swap']],
  ['busybox-1.30', /^mapped: (\d+)K$/, ['Size']],
  ['busybox-1.30-x', /^total[\t ]+(\d+) +(\d+) +(\d+) +(\d+)$/, ['Size', 'Pss', 'Private_Dirty', 'Swap']],
]

/** The applet of busybox: up to 1.37 and since 1.38, which differ in their totals and in where they cut names. */
export const busybox: Implementation = {
  blanks: 1,
  dialectOf(line) {
    if (SIZES_ROW.test(line)) return SIZES.dialect
    return COUNTERS_ROW.test(line) || HEADING.test(line) ? COUNTERS.dialect : undefined
  },
  below: (heading, sink) => (HEADING.test(heading) ? new CellRows(sink, COUNTERS) : undefined),
  readers: (sink) => [new CellRows(sink, SIZES), new CellRows(sink, COUNTERS)],
  totals(line): readonly Sum[] | undefined {
    for (const [, pattern, names] of TOTALS) {
      const match = pattern.exec(line)
      if (match) return sums(names, match)
    }
    return undefined
  },
  ended: (line) => TOTALS.find(([, pattern]) => pattern.test(line))?.[0],
}
