import type { Sink } from '../../../src/adapter.js'
import type { Program } from '../program.js'
import type { Rows } from '../rows.js'
import { suseSummary } from '../suse/summary.js'
import { translatedTotals } from '../translated/totals.js'
import { NarrowRows } from './narrow.js'
import { narrowHeading, narrowRow } from './narrow-shape.js'
import { procpsTotals } from './totals.js'
import { WideRows } from './wide.js'
import { layoutOf } from './wide-layout.js'

const FLAGS = /(?: \d+)+ +(?:[a-z]{2} )*mr /

/** The beginning of a row of -X, -XX or -c, whatever is left out behind its first number. */
const QUIET = /^ *[0-9a-f]{8,16} +[r-][w-][x-][psS] +[0-9a-f]{8,} +[0-9a-f]+:[0-9a-f]+ +\d+ +\d+(?: |$)/

/** procps, and procps-ng after it: 3.2.0 to 4.0.7. */
export const procps: Program = {
  blanks: 3,
  dialectOf(line) {
    if (/^ total +\d+K$/.test(line)) return 'default'
    if (QUIET.test(line)) return FLAGS.test(line) ? 'XX' : 'X'
    return narrowRow(line) ?? narrowHeading(line)?.dialect ?? layoutOf(line)?.dialect
  },
  below(heading: string, sink: Sink): Rows | undefined {
    const shape = narrowHeading(heading)
    if (shape !== undefined) return new NarrowRows(sink, shape)
    const layout = layoutOf(heading)
    return layout && new WideRows(sink, layout)
  },
  readers: (sink, told) => [...NarrowRows.withoutHeading(sink, told), new WideRows(sink, undefined, told)],
  needsBlock: (row) => QUIET.test(row),
  totals: (line, rows) => procpsTotals(line, rows) ?? suseSummary(line) ?? translatedTotals(line),
  isTranslated: (line) => procpsTotals(line, undefined) === undefined && suseSummary(line) === undefined,
}
