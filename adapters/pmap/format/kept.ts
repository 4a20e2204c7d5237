import type { Origin, View } from '../../../src/adapter.js'
import type { RegionTable } from '../../../src/model/table.js'
import { isBefore } from '../../../src/model/version.js'
import { shownRange } from '../projection/range.js'

/** Which rows of a projected view a pmap prints, and which it counts. */
export interface Kept {
  isShown(row: number): boolean
  /** True for rows whose sizes are in the totals, printed or not. */
  isSized(row: number): boolean
  /** True for rows whose counters are in the totals. */
  isCounted(row: number): boolean
  /** True for rows of which -x up to 3.3.14 shows their counters alone. */
  isBelow(row: number): boolean
  /** How many rows from the first it reads. */
  readonly length: number
}

/** The code of `S` in the upper bits of a perms code. */
const NOMMU_SHARED = 2

const LAST = (1n << 64n) - 1n

/** Every row, shown and counted. */
export function allRows({ length }: RegionTable): Kept {
  return { isShown: () => true, isSized: () => true, isCounted: () => true, isBelow: () => false, length }
}

/** True where nothing keeps a row out, when all ranges are asked for. */
function areAllKept({ table, dialect }: View, { seen }: Origin): boolean {
  const { length, columns } = table
  const swap = seen.view?.table.columns.counters.get('Swap')
  if ((dialect === 'x' || dialect === 'x-3.3.2') && swap?.isFull(length) !== true) return false
  return !columns.permsCodes.subarray(0, length).some((code) => code >> 3 === NOMMU_SHARED)
}

/** All rows of a view that a pmap printed itself; else those within the range of -A, and of a kilobyte at least in busybox. */
export function keptRows(view: View, origin: Origin | undefined): Kept {
  const { table, dialect, source } = view
  const { length } = table
  if (origin === undefined) return allRows(table)
  if (dialect.startsWith('busybox')) {
    const isShown = (row: number): boolean => (table.size(row) ?? 0n) >= 1024n
    return { isShown, isSized: isShown, isCounted: isShown, isBelow: () => false, length }
  }
  const asked = source.argv === undefined || dialect.startsWith('toybox') ? undefined : shownRange(view)
  if (asked === undefined && areAllKept(view, origin)) return allRows(table)
  const isOld = isBefore(source.version, '3.3.3')
  // Before 3.3.3 the upper address is lost, and what ends where the range begins is in it.
  const low = (asked?.low ?? 0n) - (isOld ? 1n : 0n)
  const hasUpper = source.argv?.some((word) => word.includes(',')) ?? false
  const high = isOld && hasUpper ? LAST : (asked?.high ?? LAST)
  let read = 0
  while (read < length && (table.start(read) ?? 0n) <= high) read += 1
  const swap = origin.seen.view?.table.columns.counters.get('Swap')
  // -x prints a row when it meets the line of Swap.
  const hasRow = (row: number): boolean => (dialect !== 'x' && dialect !== 'x-3.3.2') || swap?.has(row) === true
  const isAbove = (row: number): boolean => asked === undefined || (table.end(row) ?? 0n) > low
  const isProcps = !dialect.startsWith('toybox')
  // procps adds up what is s or p, not the S of kernels without an MMU.
  const isAdded = (row: number): boolean => !isProcps || (table.columns.permsCodes[row] as number) >> 3 !== NOMMU_SHARED
  return {
    isShown: (row) => row < read && isAbove(row) && hasRow(row),
    isSized: (row) => row < read && isAbove(row) && isAdded(row),
    isCounted: (row) => row < read,
    isBelow: (row) => dialect === 'x' && isBefore(source.version, '3.3.15') && !isAbove(row) && hasRow(row),
    length: read,
  }
}
