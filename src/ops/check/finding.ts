import type { Severity } from '../../report/codes.js'

/** The code of a law that is broken. */
export type LawCode =
  | 'backwards'
  | 'overlap'
  | 'empty-range'
  | 'unaligned'
  | 'perms-mismatch'
  | 'size-mismatch'
  | 'part-exceeds-whole'
  | 'parts-mismatch'
  | 'total-mismatch'
  | 'range-mismatch'
  | 'sum-mismatch'
  | 'no-kernel'
  | 'stray-process'
  | 'cut-off'

/** One side of a law: what a place of a view says. */
export interface Side {
  /** Index of the view. */
  readonly view: number
  /** The region that says so, where one does. */
  readonly row?: number
  /** The line that says so, 1-based; 0 where there is none. */
  readonly line: number
  /** What is said: `start`, `counters.Rss`, `VmSize`, `sum of Rss`. */
  readonly field: string
  readonly value: string
}

/** A broken law, with the values that cannot be true together. */
export interface Finding {
  readonly code: LawCode
  readonly severity: Severity
  /** What the law goes by. */
  readonly expected: Side
  /** What breaks it. */
  readonly actual: Side
}

/** Sums that moved on between two readings. */
export interface DriftedSum {
  readonly expected: Side
  readonly actual: Side
}

/** How often a named exception kept something from being a broken law. */
export interface Exception {
  readonly code: string
  /** The exception, for people. */
  readonly sentence: string
  readonly count: number
  readonly example: Side
}
