import { CellRows } from '../cells/rows.js'
import { type CellShape, rowPattern } from '../cells/shape.js'
import type { Program, Sum } from '../program.js'
import { sums } from '../sums.js'
import { suseSummary } from './summary.js'

/** Four counters whose headings nobody showed us: without a heading they have no names. */
const UNNAMED: CellShape = {
  dialect: 'opensuse',
  counters: [undefined, undefined, undefined, undefined],
  hasUnit: false,
  mode: 'r-xp-',
  hasOffset: false,
  gap: 1,
}
const NAMED: CellShape = { ...UNNAMED, counters: ['Rss', 'Pss', 'Dirty', 'Swap'] }

const ROW = rowPattern(UNNAMED)
const HEADING = /^Address +Kbytes +RSS +PSS +Dirty +Swap +(?:Mode|Perm) +Mapping$/i
const TOTALS = /^total kB +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/

/** procps-ng as openSUSE and SUSE Linux Enterprise 12 SP3 and later patch it, to look like SUSE's own (3.3.9 to 3.3.17). */
export const opensuse: Program = {
  blanks: 3,
  dialectOf: (line) => (ROW.test(line) || HEADING.test(line) ? UNNAMED.dialect : undefined),
  below: (heading, sink) => (HEADING.test(heading) ? new CellRows(sink, NAMED) : undefined),
  readers: (sink) => [new CellRows(sink, UNNAMED)],
  totals(line, rows): readonly Sum[] | undefined {
    const all = TOTALS.exec(line)
    return all ? sums(rows?.summed ?? ['Size'], all) : suseSummary(line)
  },
}
