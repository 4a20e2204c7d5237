import { basename, latin1 } from '../../../src/model/pathname.js'
import { nameFormOf } from '../names/form.js'
import type { ListedFiles } from './listed-files.js'
import { SHORTEST_CUT } from './listed-keys.js'
import { bytesOf, fromSlash } from './name-parts.js'

/** Every pmap shows so much of a path at least, and no more than so much of one that it cuts. */
const SHOWN = 900
const LONGEST_CUT = 974

/** With -x the rest of a long line may stand in place of its mapping's row, and be called anything. */
const EVERY_ROW: ReadonlySet<string> = new Set(['default', 'd', 'x'])

const PRINTABLE = /^[ -~]*$/
const NO_NAME = new Uint8Array(0)
const MARK = ' (deleted)'

/**
 * Listed files with long paths for which a view has too few rows: however a path is cut, its mapping has a row with a part of
 * it, and each listed file has a mapping of its own.
 */
export function longPathsWithoutRow(files: ListedFiles): ReadonlySet<number> {
  const { view, as, shown } = files
  const without = new Set<number>()
  if (!EVERY_ROW.has(view.dialect)) return without
  const rows = new Map<string, number[]>()
  for (let row = 0; row < view.table.length; row++) {
    const name = view.table.pathnameBytes(row) ?? NO_NAME
    const key = shown.fullPaths ? beginOf(name) : latin1(name)
    if (key !== undefined) rows.set(key, [...(rows.get(key) ?? []), row])
  }
  const form = nameFormOf(as)
  let others = view.dialect === 'x' ? view.diagnostics.count('bogus-row') + unknownRows(files) : 0
  const taken = new Set<number>()
  // What has its row by its whole name leaves fewer to the others.
  for (const file of [...files.mapped, ...files.cutShort]) {
    const path = form.read(as.table.pathnameBytes(file) ?? NO_NAME, 'as control bytes')
    const begin = path.length > SHORTEST_CUT ? beginOf(path) : undefined
    if (begin === undefined || !(shown.fullPaths || PRINTABLE.test(latin1(path)))) continue
    const parts = shown.fullPaths ? [begin] : lastParts(path)
    const own = parts
      .flatMap((part) => rows.get(part) ?? [])
      .find((row) => !taken.has(row) && files.mayLieOn(row, file))
    if (own !== undefined) taken.add(own)
    else if (others > 0) others -= 1
    else if (files.isCutShort(file)) without.add(file)
  }
  return without
}

/** How many rows have a name that is of no listed file. */
function unknownRows(files: ListedFiles): number {
  let count = 0
  for (let row = 0; row < files.view.table.length; row++) {
    if (!files.isMadeUp(row) && files.of(row).length === 0) count += 1
  }
  return count
}

/** How a long path begins; undefined for a shorter one, and where a pmap may print something else for a byte. */
function beginOf(name: Uint8Array): string | undefined {
  const begin = latin1(fromSlash(name).subarray(0, SHOWN))
  return begin.length === SHOWN && PRINTABLE.test(begin) ? begin : undefined
}

/** What a pmap may show of a long path without its folders: numbers before it may be of more digits than they mostly are. */
function lastParts(path: Uint8Array): readonly string[] {
  const parts = new Set<string>()
  for (const whole of [path, bytesOf(latin1(path) + MARK)]) {
    for (let length = SHOWN; length <= LONGEST_CUT; length++) parts.add(latin1(basename(whole.subarray(0, length))))
    parts.add(latin1(basename(whole)))
  }
  return [...parts]
}
