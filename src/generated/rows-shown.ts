import type { Region } from '../model/region.js'
import { isBefore } from '../model/version.js'

/** The first release whose smaps has the line of Swap, at which procps-ng -x prints a row. */
const SWAP_SINCE = '2.6.26'

/** A run of pmap, as far as it says which rows there are. */
export interface RowsAsked {
  readonly words: readonly string[]
  readonly version: string
  /** The release of the kernel. */
  readonly kernel: string
}

/** Whether a run of pmap shows a mapping: not outside the range of -A, and with -x none where the kernel tells of no Swap. */
export function isShown({ start = 0n, end = 0n }: Region, dialect: string, asked: RowsAsked): boolean {
  const { words, version, kernel } = asked
  if (dialect === 'x' && isBefore(kernel, SWAP_SINCE)) return false
  const range = words[words.indexOf('-A') + 1]
  if (!words.includes('-A') || range === undefined) return true
  // -X looks at no range before 4.0.7.
  if (dialect.startsWith('X') && isBefore(version, '4.0.7')) return true
  const [low = 0n, high = 0n] = range.split(',').map((address) => BigInt(`0x${address}`))
  // procps 3.2.8 loses the upper address, and shows what ends where the range begins.
  return isBefore(version, '3.3.3') ? end >= low : end > low && start <= high
}
