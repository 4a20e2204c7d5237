import type { Adapter, View } from '../../adapter.js'
import { grainOf, isForeign } from '../grain.js'
import type { Judge } from './judge.js'
import { judgeRollup } from './rollup.js'
import { judgeStatus } from './status.js'
import { unreadLines } from './unread.js'

/** Holds every text of sums against the regions of the same process, and against itself. */
export function judgeSums(judge: Judge, adapters: readonly Adapter[]): void {
  judge.views.forEach((view, index) => {
    if (grainOf(adapters, view) !== 'process') return
    const reference = referenceFor(judge, adapters, view)
    const regions = judge.views[reference]
    if (regions !== undefined) judgeRollup(judge, view, index, regions, reference)
    judgeStatus(judge, view, index, regions, reference)
  })
}

/** Index of the view whose regions the sums are of: one that was read whole, best the kernel's own with counters; −1 for none. */
function referenceFor({ views }: Judge, adapters: readonly Adapter[], sums: View): number {
  let best = -1
  let bestRank = 0
  views.forEach((view, index) => {
    const isKernel = adapters.find(({ name }) => name === view.adapter)?.kernel === true
    if (!isKernel || grainOf(adapters, view) !== 'mapping' || !isOfSameProcess(view, sums)) return
    if (unreadLines(view) > 0 || view.table.length === 0 || isForeign(adapters, view)) return
    const rank = 1 + view.table.columns.counters.size + (view.table.columns.flagIds === undefined ? 0 : 1)
    if (rank <= bestRank) return
    best = index
    bestRank = rank
  })
  return best
}

function isOfSameProcess(a: View, b: View): boolean {
  const [left, right] = [a.process?.pid, b.process?.pid]
  return left === undefined || right === undefined || left === right
}
