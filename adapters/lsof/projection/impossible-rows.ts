import type { Facts, View } from '../../../src/adapter.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import { optionsOf, showsNotes, usesMapFiles } from './call.js'
import { selectionOf } from './selection.js'

/** lsof does not read the whole of a longer path, and says nothing of it. */
const LONG_PATH = 940

const SLASH = 0x2f

/**
 * Rows that no lsof (4.93 to 4.99) prints: of what was not asked for, `DEL` with a size or links or without a path, `mem` of a file
 * that it found without its size and of one that it did not find without a note, or with the mark of a deleted one (lsof takes that
 * off, and lists the file as `DEL` then), and two files that were both found at one path.
 */
export function impossibleRows(view: View, { process }: Facts): ReadonlySet<number> {
  const { table } = view
  const found = new Set<number>()
  const paths = new Set<string>()
  const sized = showsSizes(view)
  const looksAtPaths = process?.sameMountNamespace === true || !usesMapFiles(view)
  const selected = selectionOf(view)
  const isAsked = (descriptor: string | undefined): boolean =>
    optionsOf(view) === undefined || descriptor === undefined || selected(descriptor) !== false
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    const { descriptor, type, size, links, note } = table.file(row) ?? {}
    const isSized = size !== undefined || links !== undefined
    if (!isAsked(descriptor) || (descriptor === 'DEL' && isSized)) found.add(row)
    if (name === undefined || name.length >= LONG_PATH) continue
    if (descriptor === 'DEL' && !name.includes(SLASH)) found.add(row)
    if (descriptor !== 'mem' || type === undefined || !sized) continue
    if (note !== undefined) {
      if (isMarkedDeleted(name) && type === 'REG') found.add(row)
    } else if (type === 'REG' && size === undefined) found.add(row)
    else if (looksAtPaths) {
      const path = latin1(name)
      if (paths.has(path)) found.add(row)
      paths.add(path)
    }
  }
  return found
}

/** True for a listing with sizes and notes. */
function showsSizes(view: View): boolean {
  const { table } = view
  if (!showsNotes(view) || optionsOf(view) === undefined) return false
  for (let row = 0; row < table.length; row++) if (table.file(row)?.size !== undefined) return true
  return false
}
