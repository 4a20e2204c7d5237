import type { View } from '../adapter.js'
import type { Finding } from './check/finding.js'

/** Asks that the captured text of a pmap has its total, unless the call says -q: without it the text was cut off. */
export function cutOff(views: readonly View[]): readonly Finding[] {
  return views.flatMap((view, index) => {
    if (!hasTotal(view, views) || view.totals.length > 0) return []
    return {
      code: 'total-mismatch',
      severity: 'error',
      expected: { view: index, line: 0, field: 'the end of the text', value: 'a total' },
      actual: { view: index, line: lastLine(view), field: 'the end of the text', value: 'none: it was cut off' },
    }
  })
}

function hasTotal({ adapter, table, source: { argv, captured } }: View, views: readonly View[]): boolean {
  if (adapter !== 'pmap' || argv === undefined || captured === undefined) return false
  // Who may not look at the process gets no more than its name, and of the others nothing that is mapped.
  if (table.length === 0 && !views.some(showsMemory)) return false
  return !argv.some((word) => /^-[a-zA-Z]*q/.test(word) || word === '--quiet')
}

function showsMemory({ table }: View): boolean {
  for (let row = 0; row < table.length; row++) {
    if (table.inode(row) !== undefined || table.start(row) !== undefined) return true
  }
  return false
}

function lastLine({ table }: View): number {
  return table.length === 0 ? 1 : table.line(table.length - 1)
}
