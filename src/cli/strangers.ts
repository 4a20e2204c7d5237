import type { View } from '../adapter.js'
import type { Comparison, PairResult } from '../ops/compare.js'

/** How many regions there must be before a hint is given. */
const ENOUGH = 3

/** The share of regions that must be elsewhere in the other view, or nowhere. */
const NEARLY_ALL = 0.8

/** A hint for each pair of views that have hardly a range in common: they may be of two processes. */
export function strangerLines(comparison: Comparison, names: readonly string[]): string[] {
  const { views, pairs } = comparison
  return pairs
    .filter((pair) => areStrangers(views, pair))
    .map(
      ({ richer, other }) =>
        `  ${names[richer]} and ${names[other]} have hardly a range in common: two processes, or two runs of one program?`,
    )
}

function areStrangers(views: readonly View[], { richer, other, differences }: PairResult): boolean {
  const [a, b] = [views[richer] as View, views[other] as View]
  // What names only files has no ranges to go by, and two texts that say who they are about are held apart before.
  if (!a.says.has('start') || !b.says.has('start')) return false
  if (a.process?.pid !== undefined && a.process.pid === b.process?.pid) return false
  const elsewhere = differences.filter(
    ({ kind, fields }) => kind === 'missing' || fields.some(({ field }) => field === 'start'),
  )
  const least = Math.min(a.table.length, b.table.length)
  return least >= ENOUGH && elsewhere.length >= least * NEARLY_ALL
}
