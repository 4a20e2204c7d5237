import type { Adapter, Facts, View } from '../../adapter.js'
import { type Dating, dateBy } from '../../kernel/dating.js'
import { date } from '../dating/date.js'
import { grainOf } from '../grain.js'
import type { DriftedSum, Exception, Finding } from './finding.js'
import { Judge } from './judge.js'
import { judgeSums } from './sums.js'

/** What came of holding texts of sums against regions. */
export interface SumsResult {
  readonly findings: readonly Finding[]
  readonly exceptions: readonly Exception[]
  readonly drifted: readonly DriftedSum[]
}

/** Holds the views that are sums (smaps_rollup, status) against the regions of the others, unless these have moved. */
export function holdSums(
  adapters: readonly Adapter[],
  views: readonly View[],
  { facts, moved }: { readonly facts: Facts; readonly moved: boolean },
): SumsResult {
  if (moved || !views.some((view) => grainOf(adapters, view) === 'process')) {
    return { findings: [], exceptions: [], drifted: [] }
  }
  const judge = new Judge(views, lawfulDating(views, date(adapters, views)), facts.frozen ?? false)
  judgeSums(judge, adapters)
  const { findings, exceptions, drifted } = judge
  return { findings, exceptions, drifted }
}

/** Laws go by the kernel that is said to have printed the views, where one is said; else by what they show. */
export function lawfulDating(views: readonly View[], dating: Dating): Dating {
  const view = views.findIndex(({ source }) => source.kernel !== undefined)
  const kernel = views[view]?.source.kernel
  if (kernel === undefined) return dating
  return dateBy([{ what: 'the kernel', view, line: 0, since: kernel, until: kernel }])
}
