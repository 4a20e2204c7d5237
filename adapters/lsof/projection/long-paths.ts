import { latin1 } from '../../../src/model/pathname.js'
import { nameFormOf } from '../names/form.js'
import type { ListedFiles } from './listed-files.js'
import { fromSlash } from './name-parts.js'

/** Every pmap that shows whole paths shows so much of one at least. */
const SHOWN = 900

/** With -x pmap shows a mapping with a long path in another one's row, or not at all. */
const EVERY_ROW: ReadonlySet<string> = new Set(['default', 'd'])

const PRINTABLE = /^[ -~]*$/
const NO_NAME = new Uint8Array(0)

/**
 * Listed files with long paths for which a view of whole paths has too few rows: however a path is cut, its mapping has a row
 * that begins as the path does, and each listed file has a mapping of its own.
 */
export function longPathsWithoutRow(files: ListedFiles): ReadonlySet<number> {
  const { view, as, shown } = files
  const without = new Set<number>()
  if (!shown.fullPaths || !EVERY_ROW.has(view.dialect)) return without
  const rows = new Map<string, number>()
  for (let row = 0; row < view.table.length; row++) {
    const begin = beginOf(view.table.pathnameBytes(row) ?? NO_NAME)
    if (begin !== undefined) rows.set(begin, (rows.get(begin) ?? 0) + 1)
  }
  const form = nameFormOf(as)
  for (let file = 0; file < as.table.length; file++) {
    const { descriptor } = as.table.file(file) ?? {}
    if ((descriptor !== 'mem' && descriptor !== 'DEL') || !files.isCutShort(file)) continue
    const begin = beginOf(form.read(as.table.pathnameBytes(file) ?? NO_NAME, 'as control bytes'))
    if (begin === undefined) continue
    const left = rows.get(begin) ?? 0
    if (left === 0) without.add(file)
    else rows.set(begin, left - 1)
  }
  return without
}

/** How a long path begins; undefined for a shorter one, and where a pmap may print something else for a byte. */
function beginOf(name: Uint8Array): string | undefined {
  const begin = latin1(fromSlash(name).subarray(0, SHOWN))
  return begin.length === SHOWN && PRINTABLE.test(begin) ? begin : undefined
}
