import type { View } from '../adapter.js'
import type { Finding } from './check/finding.js'

/** Asks that the captured text of a pmap has its total, unless the call says -q: without it the text was cut off. */
export function cutOff(views: readonly View[]): readonly Finding[] {
  return views.flatMap((view, index) => {
    if (!hasTotal(view) || view.totals.length > 0) return []
    return {
      code: 'total-mismatch',
      severity: 'error',
      expected: { view: index, line: 0, field: 'the end of the text', value: 'a total' },
      actual: { view: index, line: lastLine(view), field: 'the end of the text', value: 'none: it was cut off' },
    }
  })
}

function hasTotal({ adapter, table, source: { argv, captured } }: View): boolean {
  if (adapter !== 'pmap' || argv === undefined || captured === undefined || table.length === 0) return false
  return !argv.some((word) => /^-[a-zA-Z]*q/.test(word) || word === '--quiet')
}

function lastLine({ table }: View): number {
  return table.line(table.length - 1)
}
