import { INODE } from '../../src/model/fields.js'
import type { RegionTable } from '../../src/model/table.js'
import { quoteBytes } from './quote.js'

/** Files that are kept: regions of one stand together, with anonymous memory between them. */
const KEPT = 64

interface FilePart {
  readonly name: number
  readonly device: number
  readonly inodeHigh: number
  readonly inodeLow: number
  readonly bytes: Uint8Array
}

const encoder = new TextEncoder()

/** The device, inode and pathname of regions, as their objects say them: the same bytes for all regions of a file. */
export class FileParts {
  readonly #kept: (FilePart | undefined)[] = Array.from({ length: KEPT })

  constructor(readonly table: RegionTable) {}

  /** The keys of a row that has all three, from the quote that ends the value before them. */
  bytes(row: number): Uint8Array {
    const { table } = this
    const name = table.columns.nameIds[row] as number
    const device = table.columns.deviceIds[row] as number
    const inodeHigh = table.high(row, INODE)
    const inodeLow = table.low(row, INODE)
    const kept = this.#kept[name % KEPT]
    if (
      kept !== undefined &&
      kept.name === name &&
      kept.device === device &&
      kept.inodeLow === inodeLow &&
      kept.inodeHigh === inodeHigh
    ) {
      return kept.bytes
    }
    const bytes = this.#made(row)
    this.#kept[name % KEPT] = { name, device, inodeHigh, inodeLow, bytes }
    return bytes
  }

  #made(row: number): Uint8Array {
    const { table } = this
    const { major, minor } = table.device(row) as { major: number; minor: number }
    const pathname = quoteBytes('pathname', table.pathnameBytes(row) as Uint8Array)
    return encoder.encode(`","device":{"major":${major},"minor":${minor}},"inode":"${table.inode(row)}",${pathname}`)
  }
}
