import { UNITLESS_COUNTERS } from '../../src/model/counters.js'
import type { Sum } from './implementation.js'
import type { Rows } from './rows.js'

const NARROW: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ total +(\d+)K$/, ['Size']],
  [/^total kB +(\d+)(?: +(\d+) +(\d+)| +- +- +-)$/, ['Size', 'Rss', 'Dirty']],
  [/^mapped: (\d+)K {4}writeable\/private: (\d+)K {4}shared: (\d+)K$/, ['Size', 'writeable/private', 'shared']],
]
const WIDE = /^ *(\d[\d ]*) KB ?$/

/** The sums below the rows of procps, in any mode; English only. */
export function procpsTotals(line: string, rows: Rows | undefined): readonly Sum[] | undefined {
  for (const [pattern, names] of NARROW) {
    const match = pattern.exec(line)
    if (match) return names.flatMap((name, place) => kilobytes(name, match[place + 1]))
  }
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

function kilobytes(name: string, text: string | undefined): readonly Sum[] {
  return text === undefined ? [] : [{ name, value: BigInt(text) * 1024n }]
}
