import type { View } from '../../../src/adapter.js'
import { inconsistentLine } from './inconsistent.js'

const NEWLINE = 0x0a

/**
 * What -X, -XX and -c (procps-ng 3.3.4 to 4.0.7) complain of when they end at a process whose smaps they cannot read: a name with a
 * newline as it is, or a line `Name:` of Android, which are no lines they know, or a field out of its place; undefined for one that
 * they read.
 */
export function complaintAbout(seen: View, as: Pick<View, 'dialect' | 'source'>): string | undefined {
  if (hasUnknownLine(seen)) return 'pmap: Unknown format in smaps file!\n'
  const line = inconsistentLine(seen, as)
  return line === undefined ? undefined : `pmap: ERROR: inconsistent detail field in smaps file, line:\n ${line}\n`
}

function hasUnknownLine({ table }: View): boolean {
  const { names, nameIds, extras } = table.columns
  if (extras === undefined && !names.hasByte(NEWLINE)) return false
  let last = 0
  for (let row = 0; row < table.length; row++) {
    const id = nameIds[row] as number
    if (id !== last && names.bytes(id).includes(NEWLINE)) return true
    last = id
    if (table.extra(row)?.Name !== undefined) return true
  }
  return false
}
