import type { Device } from '../../../src/model/device.js'
import type { RegionTable } from '../../../src/model/table.js'

/** What lsof tells mappings apart by, and whether it lists them. */
export interface Identity {
  /** Equal for mappings that lsof takes for one file: device and inode, never the path. */
  readonly key: string
  /** Why lsof lists no file for the mapping, where it lists none. */
  readonly unlisted: 'anonymous-not-listed' | 'unnamed-not-listed' | undefined
}

const LARGEST = (1n << 64n) - 1n

/** Tells mappings apart as lsof does. */
export function identityOf(table: RegionTable, row: number): Identity {
  const { major, minor } = table.device(row) ?? { major: 0, minor: 0 }
  const inode = table.inode(row) ?? 0n
  const anonymous = major === 0 && minor === 0 && inode === 0n
  // `strtoull` gives the largest number for what is too large, so that lsof takes it for no number.
  const unnamed = (table.pathnameBytes(row)?.length ?? 0) === 0 || inode === LARGEST
  return {
    key: fileKey({ major, minor }, inode),
    unlisted: anonymous ? 'anonymous-not-listed' : unnamed ? 'unnamed-not-listed' : undefined,
  }
}

/** Device and inode as one text of 16 bits a character, which is quicker to make and to look up than their digits. */
export function fileKey({ major, minor }: Device, inode: bigint): string {
  const high = Number(inode >> 32n)
  const low = Number(inode & 0xffffffffn)
  return String.fromCharCode(major, major >>> 16, minor, minor >>> 16, high, high >>> 16, low, low >>> 16)
}
