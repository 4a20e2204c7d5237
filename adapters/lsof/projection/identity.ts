import { type Device, sameDevice } from '../../../src/model/device.js'
import { INODE } from '../../../src/model/fields.js'
import type { RegionTable } from '../../../src/model/table.js'

const LARGEST = (1n << 64n) - 1n

/** Upper halves from which on a number is not exact in a double. */
const INEXACT = 0x200000

/** Why lsof lists no file for a mapping; undefined where it lists one. */
export function unlistedAs(table: RegionTable, row: number): 'anonymous-not-listed' | 'unnamed-not-listed' | undefined {
  const { deviceIds, nameIds } = table.columns
  // Number 0 is device 0:0, and the empty name; what a row does not say is 0, too.
  const high = table.high(row, INODE)
  const low = table.low(row, INODE)
  if (deviceIds[row] === 0 && high === 0 && low === 0) return 'anonymous-not-listed'
  // `strtoull` gives the largest number for what is too large, so that lsof takes it for no number.
  return nameIds[row] === 0 || table.inode(row) === LARGEST ? 'unnamed-not-listed' : undefined
}

/** Small numbers for the files that a table's regions are of, as lsof tells them apart: by device and inode, never by path. */
export class FileNumbers {
  /** By the numbers of their devices, then by their inodes. */
  readonly #ofDevices: Map<number | bigint, number>[] = []
  #count = 0

  constructor(readonly table: RegionTable) {}

  /** The number of a region's file. */
  of(row: number): number {
    const { table } = this
    const high = table.high(row, INODE)
    const exact = high < INEXACT
    return this.#number(
      table.columns.deviceIds[row] as number,
      exact ? high * 0x100000000 + table.low(row, INODE) : (table.inode(row) as bigint),
    )
  }

  /** The first region of a file; the number of regions where none is. */
  first(file: number | undefined): number {
    let row = 0
    while (row < this.table.length && this.of(row) !== file) row++
    return row
  }

  /** The number of a file that may be none of a region's. */
  ofFile(device: Device, inode: bigint): number {
    const id = this.table.columns.devices.findIndex((one) => sameDevice(one, device))
    if (id < 0) return this.#count++
    return this.#number(id, inode >> 32n < INEXACT ? Number(inode) : inode)
  }

  #number(device: number, inode: number | bigint): number {
    let numbers = this.#ofDevices[device]
    if (numbers === undefined) {
      numbers = new Map()
      this.#ofDevices[device] = numbers
    }
    let number = numbers.get(inode)
    if (number === undefined) {
      number = this.#count++
      numbers.set(inode, number)
    }
    return number
  }
}
