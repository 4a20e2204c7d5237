import { procpsTotals } from '../procps/totals.js'
import type { Program } from '../program.js'
import { isTranslatedTitles, translatedLayout } from './heading.js'
import { TranslatedRows, TranslatedWideRows } from './rows.js'
import { translatedTotals, translatedTotalsDialect } from './totals.js'

const MODE = '[r-][w-][x-][s-]-'
const ADDRESS = '0*[0-9a-f]{8,16}'
const X = new RegExp(`^${ADDRESS} +\\d+ +\\d+ +\\d+ +${MODE} `)
const D = new RegExp(`^${ADDRESS} +\\d+ +${MODE} +0*[0-9a-f]{16} +[0-9a-f]{3,}:[0-9a-f]{5,} `)

/** procps-ng in another language than English (3.3.3 to 4.0.7): what it prints itself is translated, names it makes up too. */
export const translated: Program = {
  blanks: 3,
  dialectOf(line) {
    if (X.test(line)) return 'x'
    return D.test(line) ? 'd' : translatedLayout(line)?.dialect
  },
  below(heading, sink) {
    const layout = translatedLayout(heading)
    if (layout !== undefined) return new TranslatedWideRows(sink, layout)
    return isTranslatedTitles(heading) ? new TranslatedRows(sink) : undefined
  },
  readers: () => [],
  totals: (line, rows) => procpsTotals(line, rows) ?? translatedTotals(line),
  ended: translatedTotalsDialect,
}
