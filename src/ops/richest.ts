import type { Adapter, View } from '../adapter.js'
import { grainOf } from './grain.js'

/** Index of the view that says most: ranges before files, the kernel's own text before a tool's, then the number of fields. */
export function richest(adapters: readonly Adapter[], views: readonly View[]): number {
  let best = 0
  let bestRank = -1
  views.forEach((view, index) => {
    const adapter = adapters.find(({ name }) => name === view.adapter)
    const grain = grainOf(adapters, view)
    // Sums have no regions that others could be held against.
    if (grain === 'process') return
    const rank = (grain === 'mapping' ? 100 : 0) + (adapter?.kernel ? 50 : 0) + view.says.size
    if (rank > bestRank) {
      best = index
      bestRank = rank
    }
  })
  return best
}
