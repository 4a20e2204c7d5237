import { CellRows } from '../cells/rows.js'
import { type CellShape, rowPattern } from '../cells/shape.js'
import type { Program, Sum } from '../program.js'
import { sums } from '../sums.js'
import { suseSummary } from './summary.js'

const COUNTERS: CellShape = {
  dialect: 'suse',
  counters: ['Rss', 'Pss', 'Dirty', 'Swap'],
  hasUnit: true,
  mode: 'r-xp',
  hasOffset: false,
  gap: 1,
}
const DEVICES: CellShape = { ...COUNTERS, dialect: 'suse-d', hasOffset: true, gap: 2 }

const COUNTERS_ROW = rowPattern(COUNTERS)
const DEVICES_ROW = rowPattern({ ...DEVICES, gap: 1 })
const HEADING = /^START +SIZE +RSS +PSS +DIRTY +SWAP +PERM +MAPPING$/
const HEADING_D = /^START +SIZE +RSS +PSS +DIRTY +SWAP +PERM +OFFSET +DEVICE +MAPPING$/
const TOTALS = /^Total: +(\d+)K +(\d+)K +(\d+)K +(\d+)K +(\d+)K$/

/**
 * The pmap of SUSE Linux Enterprise 11 and 12, a program of its own (it calls itself procps 3.2.7). Its DIRTY is private and
 * shared dirty memory together: pages that are shared, and so count less in PSS than in RSS, are in it.
 */
export const suse: Program = {
  blanks: 1,
  dialectOf(line) {
    if (DEVICES_ROW.test(line) || HEADING_D.test(line)) return DEVICES.dialect
    return COUNTERS_ROW.test(line) || HEADING.test(line) ? COUNTERS.dialect : undefined
  },
  below(heading, sink) {
    if (HEADING.test(heading)) return new CellRows(sink, COUNTERS)
    return HEADING_D.test(heading) ? new CellRows(sink, DEVICES) : undefined
  },
  readers: (sink) => [new CellRows(sink, DEVICES), new CellRows(sink, COUNTERS)],
  totals(line): readonly Sum[] | undefined {
    const all = TOTALS.exec(line)
    return all ? sums(['Size', 'Rss', 'Pss', 'Dirty', 'Swap'], all) : suseSummary(line)
  },
}
