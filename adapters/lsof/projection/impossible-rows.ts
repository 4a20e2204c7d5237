import type { Facts, View } from '../../../src/adapter.js'
import { sameDevice } from '../../../src/model/device.js'
import { isMarkedDeleted, latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'
import { nameFormOf } from '../names/form.js'
import { optionsOf, showsNotes, showsSizes, usesMapFiles } from './call.js'
import { selectionOf } from './selection.js'

/** lsof does not read the whole of a longer path, and says nothing of it. */
const LONG_PATH = 940

const SLASH = 0x2f

/** lsof reads 4,096 bytes of a line of maps: at least 49 stand before the path, and the mark behind that of a deleted file. */
const LONGEST_DELETED = 4096 - 49 - ' (deleted)'.length

const PATH_NOTE = /^\(path (?:dev=(\d+),(\d+))?(?:, )?(?:inode=(\d+))?\)$/

/**
 * Rows that no lsof (4.93 to 4.99) prints: of what was not asked for, `DEL` with a size or links, without a path or with a longer one
 * than it reads, `mem` of a file that it found without its size and of one that it did not find without a note, with a note of the
 * file's own numbers, or with the mark of a deleted one (lsof takes that off, and lists the file as `DEL` then), and two files that
 * were both found at one path.
 */
export function impossibleRows(view: View, { process }: Facts): ReadonlySet<number> {
  const { table } = view
  const found = new Set<number>()
  const paths = new Set<string>()
  const showsFound = showsSizes(view)
  const sized = showsNotes(view) && showsFound
  const form = nameFormOf(view)
  const looksAtPaths = process?.sameMountNamespace === true || !usesMapFiles(view)
  const selected = selectionOf(view)
  const isAsked = (descriptor: string | undefined): boolean =>
    optionsOf(view) === undefined || descriptor === undefined || selected(descriptor) !== false
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    const { descriptor, type, size, links, note } = table.file(row) ?? {}
    const isSized = size !== undefined || links !== undefined
    if (!isAsked(descriptor) || (descriptor === 'DEL' && isSized)) found.add(row)
    if (descriptor === 'DEL' && (name?.length ?? 0) > LONGEST_DELETED) {
      if (form.read(name as Uint8Array, 'as control bytes').length > LONGEST_DELETED) found.add(row)
    }
    if (name !== undefined && descriptor === 'mem' && type === 'REG' && showsFound && !isSized) {
      if (isMarkedDeleted(name) || (sized && note !== undefined && isOfOwnNumbers(note, table, row))) found.add(row)
    }
    if (name === undefined || name.length >= LONG_PATH) continue
    if (descriptor === 'DEL' && !name.includes(SLASH)) found.add(row)
    if (descriptor !== 'mem' || type === undefined || note !== undefined || !sized) continue
    if (type === 'REG' && size === undefined) found.add(row)
    else if (looksAtPaths) {
      const path = latin1(name)
      if (paths.has(path)) found.add(row)
      paths.add(path)
    }
  }
  return found
}

/** True for a note of another file's device or inode which is the row's own: lsof notes those that differ. */
function isOfOwnNumbers(note: string, table: RegionTable, row: number): boolean {
  const [, major, minor, inode] = PATH_NOTE.exec(note) ?? []
  const device = table.device(row)
  if (inode !== undefined && table.inode(row) === BigInt(inode)) return true
  return (
    device !== undefined && major !== undefined && sameDevice(device, { major: Number(major), minor: Number(minor) })
  )
}
