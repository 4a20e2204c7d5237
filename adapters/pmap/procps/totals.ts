import { UNITLESS_COUNTERS } from '../../../src/model/counters.js'
import type { Sum } from '../program.js'
import type { Rows } from '../rows.js'
import { type Ending, sumsOf } from '../sums.js'

const NARROW: readonly Ending[] = [
  ['default', /^ total +(\d+)K$/, ['Size']],
  ['x', /^total kB +(\d+)(?: +(\d+) +(\d+)| +- +- +-)$/, ['Size', 'Rss', 'Dirty']],
  ['d', /^mapped: (\d+)K {4}writeable\/private: (\d+)K {4}shared: (\d+)K$/, ['Size', 'writeable/private', 'shared']],
]
const WIDE = /^ *(\d[\d ]*) KB ?$/

/** The sums below the rows of procps, in any mode; English only. */
export function procpsTotals(line: string, rows: Rows | undefined): readonly Sum[] | undefined {
  const narrow = sumsOf(NARROW, line)
  if (narrow !== undefined) return narrow
  const wide = WIDE.exec(line)
  return wide ? wideSums((wide[1] as string).split(/ +/), rows) : undefined
}

/** The sums of -X and -XX stand in the order of the columns; without a heading nobody knows what they sum up. */
function wideSums(numbers: readonly string[], rows: Rows | undefined): readonly Sum[] {
  const names = rows?.summed ?? []
  if (names.length !== numbers.length) return []
  return names.map((name, place) => {
    const value = BigInt(numbers[place] as string)
    return { name, value: UNITLESS_COUNTERS.has(name) ? value : value * 1024n }
  })
}
