import type { RegionTable } from '../../../src/model/table.js'

/** What lsof tells mappings apart by, and whether it lists them. */
export interface Identity {
  /** Equal for mappings that lsof takes for one file: device and inode, never the path. */
  readonly key: string
  /** Why lsof lists no file for the mapping, where it lists none. */
  readonly unlisted: 'anonymous-not-listed' | 'unnamed-not-listed' | undefined
}

/** Tells mappings apart as lsof does. */
export function identityOf(table: RegionTable, row: number): Identity {
  const { major, minor } = table.device(row) ?? { major: 0, minor: 0 }
  const inode = table.inode(row) ?? 0n
  const anonymous = major === 0 && minor === 0 && inode === 0n
  const unnamed = (table.pathnameBytes(row)?.length ?? 0) === 0
  return {
    key: `${major}:${minor}:${inode}`,
    unlisted: anonymous ? 'anonymous-not-listed' : unnamed ? 'unnamed-not-listed' : undefined,
  }
}
