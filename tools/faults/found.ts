import { seenName } from '../../adapters/lsof/names/looked-up.js'
import type { Facts, StatFacts, View } from '../../src/adapter.js'
import { latin1 } from '../../src/model/pathname.js'

const REGULAR = 0o100644

/**
 * What stat would have said if a path led to the very file that is mapped: a deleted file may have got its name again from
 * another link, and a symbolic link to a descriptor in /proc leads to any file, be it one of memory alone.
 */
export function foundFacts(facts: Facts, { table, dialect }: View, rows: readonly number[]): Facts {
  const stats = new Map<string, StatFacts>(facts.stats ?? [])
  for (const row of rows) {
    const name = table.pathnameBytes(row)
    const device = table.device(row)
    const inode = table.inode(row)
    if (name === undefined || device === undefined || inode === undefined) continue
    const path = latin1(seenName(name, dialect).path)
    stats.set(path, { path, device, inode, mode: REGULAR, size: 4096n, links: 1n })
  }
  return { ...facts, stats }
}

/** True for a listing of what is deleted, and not of what is not. */
export function listsDeletedAlone({ adapter, table }: View): boolean {
  if (adapter !== 'lsof') return false
  const descriptors = new Set(Array.from(table, ({ file }) => file?.descriptor))
  return descriptors.has('DEL') && !descriptors.has('mem')
}
