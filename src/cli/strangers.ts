import type { View } from '../adapter.js'
import type { Comparison, PairResult } from '../ops/compare.js'

/** How many regions there must be before a hint is given. */
const ENOUGH = 3

/** The share of regions that must be elsewhere in the other view, or nowhere. */
const NEARLY_ALL = 0.8

/** Two views that may be of two processes. */
export interface Strangers {
  readonly richer: string
  readonly other: string
  /** The hint, for people. */
  readonly message: string
}

/** Each pair of views that disagree, for they have hardly a range in common. */
export function strangers({ verdict, views, pairs }: Comparison, names: readonly string[]): Strangers[] {
  if (verdict !== 'disagree') return []
  return pairs
    .filter((pair) => areStrangers(views, pair))
    .map((pair) => {
      const [richer, other] = [names[pair.richer] as string, names[pair.other] as string]
      const message = `${richer} and ${other} have hardly a range in common: two processes, or two runs of one program?`
      return { richer, other, message }
    })
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
