import type { RegionTable } from '../../../src/model/table.js'
import type { PrintedLine } from './line.js'
import type { WideCells } from './wide-cells.js'

/** Lines above a row that are about no mapping: what pmap made of the rest of a long line, the row above once more, a message. */
export class Strays {
  constructor(readonly lines: readonly PrintedLine[]) {}
}

/** What a block of pmap’s text shows beyond the values of its rows: its titles, how wide its columns are, its last lines. */
export class PrintedBlock {
  readonly headings: Uint8Array[] = []
  /** Lines below the rows. */
  readonly below: PrintedLine[] = []
  /** Digits of the first row's address. */
  addressDigits = 0
  /** How many bytes each cell of a row below translated titles takes at least, the blank in front of it included. */
  cells: number[] | undefined
  /** The columns of -X, -XX and -c. */
  wide: WideCells | undefined

  constructor(
    /** Lines above the one that names the process. */
    readonly above: readonly PrintedLine[],
  ) {}
}

/** How the block was printed that a table was read from; undefined for a table that was not read from pmap's text. */
export function printedBlock({ columns }: RegionTable): PrintedBlock | undefined {
  return columns.layouts.findLast((layout) => layout instanceof PrintedBlock)
}
