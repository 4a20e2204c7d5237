import type { Adapter, Facts, Projection, View } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'
import { align } from './align.js'
import { holdSums, type SumsResult } from './check/hold-sums.js'
import { type Contradiction, contradictions } from './contradictions.js'
import { cutOff } from './cut-off.js'
import { differences, type FieldDifference } from './difference.js'
import { grainOf } from './grain.js'
import { listedTwice } from './listed-twice.js'
import { unknownWords } from './made-up-words.js'
import { outOfOrder } from './out-of-order.js'
import { projectView } from './project.js'
import { richest } from './richest.js'
import { strayProcesses } from './stray-processes.js'

/** How a comparison ends: nothing differs, every difference follows from a rule, one does not, or the process moved. */
export type Verdict = 'agree' | 'explained' | 'disagree' | 'moved'

/** One region on which two views differ, and no rule says why. */
export interface Difference {
  /** `fields`: both show the region, with other values. `missing`: the other view lacks it. `extra`: only the other view has it. */
  readonly kind: 'fields' | 'missing' | 'extra'
  /** Row of the richer view, where it has the region. */
  readonly row?: number
  /** Row of the other view, where it has the region. */
  readonly actualRow?: number
  readonly fields: readonly FieldDifference[]
}

/** How often a named rule explains a difference, and an example. */
export interface ReasonCount {
  readonly code: string
  readonly count: number
  /** The first row of the richer view (or of the other, for a row that only that one has) that it explains. */
  readonly example: number
}

/** Values that moved on between two readings while the mappings stood still. */
export interface Drift {
  readonly field: string
  /** How many regions. */
  readonly count: number
  /** The first of them: row of the richer view, and both values. */
  readonly row: number
  readonly expected: string
  readonly actual: string
}

/** What came of holding one view against a richer one. */
export interface PairResult {
  /** Indices into the compared views. */
  readonly richer: number
  readonly other: number
  readonly reasons: readonly ReasonCount[]
  /** How many regions of the richer view have no row of their own in the other one, by some rule. */
  readonly unlisted: number
  readonly differences: readonly Difference[]
  readonly drifted: readonly Drift[]
  /** What could not be known, as sentences. */
  readonly unknown: readonly string[]
}

/** What came of comparing several views of one process. */
export interface Comparison {
  readonly verdict: Verdict
  readonly views: readonly View[]
  /** Index of the view that the others are held against. */
  readonly reference: number
  readonly pairs: readonly PairResult[]
  /** Regions for which the reference contradicts itself. */
  readonly contradictions: readonly Contradiction[]
  /** What came of holding the views that are sums (smaps_rollup, status) against the regions. */
  readonly sums: SumsResult
}

/** Options of `compare`. */
export interface CompareOptions {
  readonly facts?: Facts
  /** True when the process is known to have changed while the views were taken. */
  readonly moved?: boolean
}

/**
 * Tells whether views of one process can be true together: the richest is projected through the rules of each other one's
 * tool, and what is left over is a difference. Views that list files (lsof) are held against each other as well,
 * for they say of a file what no mapping does.
 */
export function compare(
  adapters: readonly Adapter[],
  views: readonly View[],
  options: CompareOptions = {},
): Comparison {
  if (views.length < 2) {
    throw new MemmapsError(
      'usage',
      'one view alone has nothing to be compared with',
      'name a second one, or a live pid',
    )
  }
  const facts = options.facts ?? {}
  const reference = richest(adapters, views)
  const pairs: PairResult[] = []
  const firstOf = new Map<string, number>([[(views[reference] as View).adapter, reference]])
  views.forEach((view, other) => {
    // Sums have no regions to be paired: they are held against those of the others, all together.
    if (other === reference || grainOf(adapters, view) === 'process') return
    pairs.push(comparePair(adapters, views, reference, other, facts))
    // A row for each mapping has met the reference in full; a row for each file says more than the reference can hold.
    if (grainOf(adapters, view) !== 'file') return
    const first = firstOf.get(view.adapter)
    if (first === undefined) firstOf.set(view.adapter, other)
    else if (first !== reference) pairs.push(siblings(adapters, views, first, other, facts))
  })
  const contradicted = contradictions(views[reference] as View, facts)
  const moved = options.moved ?? false
  const held = holdSums(adapters, views, { facts, moved })
  const laws = moved ? [] : [...cutOff(views), ...strayProcesses(views)]
  const sums = { ...held, findings: [...held.findings, ...laws] }
  const verdict = verdictOf(pairs, contradicted, sums, moved)
  return { verdict, views, reference, pairs, contradictions: contradicted, sums }
}

/** Holds two views of one adapter against each other, the richer one first. */
function siblings(
  adapters: readonly Adapter[],
  views: readonly View[],
  a: number,
  b: number,
  facts: Facts,
): PairResult {
  const richer = richest(adapters, [views[a] as View, views[b] as View]) === 0 ? a : b
  return comparePair(adapters, views, richer, richer === a ? b : a, facts)
}

function comparePair(
  adapters: readonly Adapter[],
  views: readonly View[],
  richer: number,
  other: number,
  facts: Facts,
): PairResult {
  const actual = views[other] as View
  const richerView = views[richer] as View
  const { projection } = projectView(adapters, richerView, actual, facts)
  const comparable = projection.comparable ?? ((name: Uint8Array) => name)
  const { partner, extra } = align(projection.table, actual.table, grainOf(adapters, actual), comparable)
  const listed = new Set<number>()
  const reasons = new Map<string, { count: number; example: number }>()
  const explain = (code: string, example: number): void => {
    const known = reasons.get(code)
    if (known === undefined) reasons.set(code, { count: 1, example })
    else known.count += 1
  }
  for (const { code, row } of projection.reasons) explain(code, row)
  const found: Difference[] = []
  const drifts = new Map<string, Drift>()
  for (let row = 0; row < projection.table.length; row++) {
    const from = projection.from[row] as number
    const actualRow = partner[row] as number
    if (actualRow < 0) {
      const code = projection.allowMissing?.(row)
      if (code === undefined) found.push({ kind: 'missing', row: from, fields: [] })
      else explain(code, from)
      continue
    }
    listed.add(from)
    const fields = differences(projection.table, row, actual.table, actualRow, facts.frozen ?? false, comparable)
    if (fields.length === 0) continue
    const left = fields.filter((field) => unexplained(projection, row, actualRow, actual, field, from, explain, drifts))
    if (left.length > 0) found.push({ kind: 'fields', row: from, actualRow, fields: left })
  }
  const again = new Set(grainOf(adapters, actual) === 'file' ? listedTwice(actual) : [])
  for (const actualRow of projection.impossible ?? []) again.add(actualRow)
  const extras = new Set(extra)
  for (const actualRow of again) if (!extras.has(actualRow)) found.push({ kind: 'extra', actualRow, fields: [] })
  for (const actualRow of extra) {
    if (again.has(actualRow)) {
      found.push({ kind: 'extra', actualRow, fields: [] })
      continue
    }
    const code = projection.allowExtra?.(actual, actualRow)
    if (code === undefined) found.push({ kind: 'extra', actualRow, fields: [] })
    else explain(code, actualRow)
  }
  if (grainOf(adapters, richerView) === 'file')
    for (const row of listedTwice(richerView)) found.push({ kind: 'missing', row, fields: [] })
  for (const row of [...(projection.impossibleThere ?? []), ...unknownWords(richerView, actual)])
    found.push({ kind: 'missing', row, fields: [] })
  for (const actualRow of unknownWords(actual, richerView)) found.push({ kind: 'extra', actualRow, fields: [] })
  for (const { row, actualRow, difference } of outOfOrder(projection, partner, actual)) {
    found.push({ kind: 'fields', row, actualRow, fields: [difference] })
  }
  return {
    richer,
    other,
    reasons: [...reasons].map(([code, { count, example }]) => ({ code, count, example })),
    unlisted:
      (views[richer] as View).table.length - listed.size - found.filter(({ kind }) => kind === 'missing').length,
    differences: found,
    drifted: [...drifts.values()],
    unknown: projection.unknown ?? [],
  }
}

/** True when neither a rule nor the passing of time explains the difference; notes it where one does. */
function unexplained(
  projection: Projection,
  row: number,
  actualRow: number,
  actual: View,
  difference: FieldDifference,
  from: number,
  explain: (code: string, example: number) => void,
  drifts: Map<string, Drift>,
): boolean {
  const code = projection.allow?.(row, difference.field, actual, actualRow)
  if (code !== undefined) {
    explain(code, from)
    return false
  }
  if (!difference.changes) return true
  const { field, expected, actual: shown } = difference
  const known = drifts.get(field)
  if (known === undefined) drifts.set(field, { field, count: 1, row: from, expected, actual: shown })
  else drifts.set(field, { ...known, count: known.count + 1 })
  return false
}

function verdictOf(
  pairs: readonly PairResult[],
  contradicted: readonly Contradiction[],
  { findings, exceptions, drifted }: SumsResult,
  moved: boolean,
): Verdict {
  if (moved) return 'moved'
  if (contradicted.length > 0 || findings.length > 0) return 'disagree'
  if (pairs.some((pair) => pair.differences.length > 0)) return 'disagree'
  if (exceptions.length > 0 || drifted.length > 0) return 'explained'
  return pairs.some((pair) => pair.reasons.length > 0 || pair.drifted.length > 0) ? 'explained' : 'agree'
}
