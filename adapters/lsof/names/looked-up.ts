import type { ProcessFacts, View } from '../../../src/adapter.js'
import { isMarkedDeleted, withoutDeletedMark } from '../../../src/model/pathname.js'

const encoder = new TextEncoder()

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
  /** True when the path is the whole name. */
  readonly isWhole: boolean
}

/** Reads a name in maps as lsof (all versions) does: of the first 4,096 bytes of its line, up to a TAB. */
export function seenName(name: Uint8Array, dialect: string): SeenName {
  const room = LINE_BYTES - (dialect === '32bit' ? 49 : 73)
  const cutAtEnd = name.length > room
  let path = cutAtEnd ? name.subarray(0, room) : name
  const tab = path.indexOf(TAB)
  if (tab >= 0) path = path.subarray(0, tab)
  const deleted = path.length > 10 && isMarkedDeleted(path)
  if (deleted) path = withoutDeletedMark(path)
  return { path, deleted, cutAtTab: tab >= 0, cutAtEnd, isWhole: path === name }
}

/** The name of a mapping's entry below `/proc/PID`: `map_files/START-END`, in hexadecimal without leading zeros. */
export function mapFile({ table }: View, row: number): string {
  return `map_files/${(table.start(row) ?? 0n).toString(16)}-${(table.end(row) ?? 0n).toString(16)}`
}

/**
 * The paths that lsof asks stat about for the regions of a view; with the process, also `exe` and, where that lives in another
 * mount namespace, the `map_files/START-END` of each file's first mapping, both below /proc/PID.
 */
export function* pathsLookedUp(view: View, process?: ProcessFacts): Iterable<Uint8Array> {
  const { table, dialect } = view
  const elsewhere = process?.sameMountNamespace === false
  const known = new Set<string>()
  if (process !== undefined) yield encoder.encode('exe')
  for (let row = 0; row < table.length; row++) {
    const name = table.pathnameBytes(row)
    const device = table.device(row)
    if (name === undefined || name.length === 0 || device === undefined) continue
    const inode = table.inode(row)
    if (device.major === 0 && device.minor === 0 && inode === 0n) continue
    yield seenName(name, dialect).path
    if (!elsewhere) continue
    const key = `${device.major}:${device.minor}:${inode}`
    if (known.has(key)) continue
    known.add(key)
    yield encoder.encode(mapFile(view, row))
  }
}
