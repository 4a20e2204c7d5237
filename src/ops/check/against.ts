import type { Total } from '../../adapter.js'
import type { RegionTable } from '../../model/table.js'
import type { Side } from './finding.js'
import type { Judge } from './judge.js'
import { bytesText } from './text.js'

/** The sums of a status, by name. */
export type Sums = ReadonlyMap<string, Total>

/** A status and the regions that it is held against. */
export interface Against {
  readonly judge: Judge
  readonly sums: Sums
  /** Index of the status among the views. */
  readonly index: number
  readonly table: RegionTable
  /** Index of the view of the regions. */
  readonly reference: number
}

/** A sum as the status says it. */
export function sumSide(index: number, { name, value, line }: Total): Side {
  return { view: index, line, field: name, value: bytesText(value) }
}

/** What the regions add up to. */
export function regionsSide({ reference }: Against, field: string, sum: bigint): Side {
  return { view: reference, line: 0, field, value: bytesText(sum) }
}
