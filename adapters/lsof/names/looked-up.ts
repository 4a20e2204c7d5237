import type { View } from '../../../src/adapter.js'
import { isMarkedDeleted, withoutDeletedMark } from '../../../src/model/pathname.js'

/** `fgets` in lsof reads this many bytes of a line of maps. */
const LINE_BYTES = 4096
const TAB = 0x09

/** A name in maps as lsof reads it. */
export interface SeenName {
  /** What lsof asks stat about, and prints. */
  readonly path: Uint8Array
  /** True when ` (deleted)` stood at its end; lsof takes one of them away. */
  readonly deleted: boolean
  readonly cutAtTab: boolean
  readonly cutAtEnd: boolean
}

/** Reads a name in maps as lsof (all versions) does: of the first 4,096 bytes of its line, up to a TAB. */
export function seenName(name: Uint8Array, dialect: string): SeenName {
  const room = LINE_BYTES - (dialect === '32bit' ? 49 : 73)
  const cutAtEnd = name.length > room
  let path = cutAtEnd ? name.subarray(0, room) : name
  const tab = path.indexOf(TAB)
  if (tab >= 0) path = path.subarray(0, tab)
  const deleted = path.length > 10 && isMarkedDeleted(path)
  return { path: deleted ? withoutDeletedMark(path) : path, deleted, cutAtTab: tab >= 0, cutAtEnd }
}

/** The paths that lsof asks stat about for the regions of a view. */
export function* pathsLookedUp(view: View): Iterable<Uint8Array> {
  const { table, dialect } = view
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    const device = table.device(row)
    if (name === undefined || name.length === 0 || device === undefined) continue
    if (device.major === 0 && device.minor === 0 && table.inode(row) === 0n) continue
    yield seenName(name, dialect).path
  }
}
