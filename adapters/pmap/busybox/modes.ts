import { CellRows } from '../cells/rows.js'
import { type CellShape, rowPattern } from '../cells/shape.js'
import type { Program } from '../program.js'
import { dialectEnded, type Ending, sumsOf } from '../sums.js'

/** What -x adds to the size, in this order. */
const COUNTERS = ['Pss', 'Private_Dirty', 'Swap'] as const

/** What the totals of -x sum up. */
export const SUMMED: readonly string[] = ['Size', ...COUNTERS]

/** A program of two modes: rows of a size, and with -x, which alone has a heading, of proportional, dirty and swapped memory. */
export function twoModes(sizes: CellShape, heading: RegExp, endings: readonly Ending[]): Program {
  const counters: CellShape = { ...sizes, dialect: `${sizes.dialect}-x`, counters: COUNTERS, hasUnit: false }
  const shapes = [sizes, counters]
  const rows = shapes.map((shape) => ({ dialect: shape.dialect, pattern: rowPattern(shape) }))
  return {
    blanks: 1,
    dialectOf(line) {
      if (heading.test(line)) return counters.dialect
      return rows.find(({ pattern }) => pattern.test(line))?.dialect
    },
    below: (line, sink) => (heading.test(line) ? new CellRows(sink, counters) : undefined),
    readers: (sink) => shapes.map((shape) => new CellRows(sink, shape)),
    totals: (line) => sumsOf(endings, line),
    ended: (line) => dialectEnded(endings, line),
  }
}
