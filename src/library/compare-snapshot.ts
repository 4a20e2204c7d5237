import type { Adapter, View } from '../adapter.js'
import type { Problem, Snapshot } from '../capture/types.js'
import { type Comparison, compare, type PairResult } from '../ops/compare.js'
import { MemmapsError } from '../report/errors.js'
import { failedTools } from './failed-tools.js'
import { factsOf, viewOf } from './snapshot-views.js'

/** A comparison, and the views that could not be part of it. */
export interface SnapshotComparison {
  readonly snapshot: Snapshot
  readonly comparison: Comparison
  readonly problems: readonly Problem[]
}

/** Compares the views of a snapshot, live or loaded: the same texts give the same verdict. */
export function compareSnapshot(adapters: readonly Adapter[], snapshot: Snapshot): SnapshotComparison {
  const views = snapshot.texts.map((text) => viewOf(adapters, snapshot, text))
  const options = { facts: factsOf(snapshot), moved: snapshot.moved }
  const comparison = compareTwo(adapters, views, snapshot, options)
  const failed = failedTools(snapshot.texts, views, comparison)
  if (failed.size === 0) return { snapshot, comparison, problems: snapshot.problems }
  const problems = [...snapshot.problems, ...failed.values()]
  const whole = views.filter((_, index) => !failed.has(index))
  return { snapshot, comparison: compareTwo(adapters, whole, { ...snapshot, problems }, options), problems }
}

/** Names every difference so that two comparisons can be told to show the same ones. */
export function fingerprints({ views, reference, pairs, contradictions, sums }: Comparison): Set<string> {
  const { table } = views[reference] as View
  return new Set([
    ...contradictions.map(({ row, range, counted }) => `${table.start(row)} ${range} ${counted}`),
    ...sums.findings.map(({ code, actual }) => `${code} ${actual.field} ${actual.value}`),
    ...pairs.flatMap((pair) => pair.differences.map((_, i) => fingerprint(views, pair, i))),
  ])
}

function fingerprint(views: readonly View[], pair: PairResult, index: number): string {
  const { kind, row, actualRow, fields } = pair.differences[index] as PairResult['differences'][number]
  const richer = views[pair.richer] as View
  const other = views[pair.other] as View
  const region = row === undefined ? other.table.at(actualRow as number) : richer.table.at(row)
  const values = fields.map(({ field, expected, actual }) => `${field} ${expected} ${actual}`)
  return [other.adapter, other.dialect, kind, region.start, region.pathname, region.inode, ...values].join('|')
}

function compareTwo(
  adapters: readonly Adapter[],
  views: readonly View[],
  snapshot: Snapshot,
  options: Parameters<typeof compare>[2],
): Comparison {
  if (views.length >= 2) return compare(adapters, views, options)
  const [problem] = snapshot.problems
  throw new MemmapsError(
    problem?.code ?? 'usage',
    `only one view of the process could be had${problem === undefined ? '' : `: ${problem.message}`}`,
    problem?.next ?? 'name two views with --views',
  )
}
