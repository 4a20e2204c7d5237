import type { View } from '../../../src/adapter.js'
import { isMarkedDeleted } from '../../../src/model/pathname.js'

/**
 * The mappings in the order in which they meet their rows: their own. Where names alone tell files apart, those marked deleted
 * come last, for they may be missing: the others must meet their partners before them.
 */
export function rowsInOrder({ table }: View, { says }: View): Uint32Array {
  const rows = new Uint32Array(table.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  if (says.has('inode')) return rows
  const marked = (row: number): boolean => isMarkedDeleted(table.pathnameBytes(row) ?? new Uint8Array(0))
  return Uint32Array.from([...rows.filter((row) => !marked(row)), ...rows.filter(marked)])
}
