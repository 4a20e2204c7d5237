import type { Layout } from '../procps/wide-layout.js'

/** The columns of -X, -XX and -c as a row shows them. */
export interface WideCells {
  /** Columns of address, mode, offset, device and inode; 0 for one that is left out. */
  readonly head: readonly number[]
  /** Columns of each number. */
  readonly widths: readonly number[]
  /** Names of the numbers, as many as are known: the others are kept by their place. */
  readonly names: readonly string[]
  /** Columns of the flags; 0 where there are none. */
  readonly flags: number
  /** Blanks between the flags and the name. */
  readonly gap: 1 | 2
  readonly hasName: boolean
}

/** How many columns stand in front of the numbers. */
export function headSize(layout: Layout): number {
  return shownHead(layout).filter((is) => is).length
}

/** The columns of a row whose cells take so many bytes, the blanks in front of them included, and whose flags end there. */
export function wideCells(layout: Layout, cells: readonly number[], flagsTo: number): WideCells {
  // The first column has no blank in front of it.
  const widths = cells.map((size, place) => (place === 0 ? size : size - 1))
  const numbersTo = cells.reduce((sum, size) => sum + size, 0)
  let used = 0
  const head = shownHead(layout).map((is) => (is ? (widths[used++] as number) : 0))
  return {
    head,
    widths: widths.slice(used),
    names: layout.names ?? (layout.sizeAt < 0 ? [] : ['Size']),
    flags: layout.hasFlags ? flagsTo - numbersTo - 1 : 0,
    gap: layout.gap,
    hasName: layout.hasName,
  }
}

function shownHead({ hasPerms, hasOffset, hasDevice, hasInode }: Layout): readonly boolean[] {
  return [true, hasPerms, hasOffset, hasDevice, hasInode]
}
