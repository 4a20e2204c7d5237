import type { Sum } from '../program.js'
import { dialectEnded, type Ending, sumsOf } from '../sums.js'

/** Seen in Linux' languages: `K`, ` k`, ` К` in Cyrillic, `კ`; as bytes, one to three of them. */
const UNIT = ' ?[^\\d\\s]{1,3}'
const PART = `[^\\d:]+: (\\d+)${UNIT}`

const ENDINGS: readonly Ending[] = [
  ['default', new RegExp(`^ [^\\d:\\s][^\\d:]* (\\d+)${UNIT}$`), ['Size']],
  ['x', /^[^\d: ][^\d:]* (\d+) +(\d+) +(\d+)$/, ['Size', 'Rss', 'Dirty']],
  ['d', new RegExp(`^${PART} ${PART} ${PART}$`), ['Size', 'writeable/private', 'shared']],
]

/** What a line of totals says, told by the places of its numbers, whatever its language. */
export function translatedTotals(line: string): readonly Sum[] | undefined {
  return sumsOf(ENDINGS, line)
}

/** The dialect that a line of totals is of, whatever its language. */
export function translatedTotalsDialect(line: string): string | undefined {
  return dialectEnded(ENDINGS, line)
}
