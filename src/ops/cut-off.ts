import type { View } from '../adapter.js'
import type { Finding } from './check/finding.js'

/**
 * Asks that the captured text of a tool ends with a line, that of a pmap has its total, unless the call says -q, and that of an lsof
 * a name for its last file, unless other fields were asked for: without them the text was cut off.
 */
export function cutOff(views: readonly View[]): readonly Finding[] {
  return views.flatMap((view, index) => {
    const lacks = lacking(view, views)
    if (lacks === undefined) return []
    return {
      code: 'cut-off',
      severity: 'error',
      expected: { view: index, line: 0, field: 'the end of the text', value: lacks },
      actual: { view: index, line: lastLine(view), field: 'the end of the text', value: 'none: it was cut off' },
    }
  })
}

/** What the end of a text does not have. */
function lacking(view: View, views: readonly View[]): string | undefined {
  const { table, source } = view
  if (source.endsInLine && source.argv !== undefined) return 'a newline'
  if (hasTotal(view, views)) return view.totals.length > 0 ? undefined : 'a total'
  return hasNames(view) && table.length > 0 && table.pathnameBytes(table.length - 1) === undefined
    ? 'a name'
    : undefined
}

/** True for a captured listing of lsof whose call asks for names, which come last of all that it says of a file. */
function hasNames({ adapter, source: { argv, captured } }: View): boolean {
  if (adapter !== 'lsof' || argv === undefined || captured === undefined) return false
  return argv.every((word) => !/^-F0?[^0]/.test(word) || /^-F.*n/.test(word))
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
