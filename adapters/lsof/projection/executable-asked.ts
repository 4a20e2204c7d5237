import type { View } from '../../../src/adapter.js'
import { optionsOf } from './call.js'
import { isRefused } from './refusal.js'

/**
 * True for a captured listing that was asked for the executable, lists what is mapped, and does not list it: with warnings on, lsof (all
 * versions) prints a row `txt` for every process that has memory, and before all mappings.
 */
export function lacksExecutable(view: View): boolean {
  const options = optionsOf(view)
  if (options === undefined || view.source.captured === undefined) return false
  if (options.warnings === false || isRefused(view)) return false
  const { descriptors } = options
  if (descriptors !== undefined && descriptors.names.has('txt') === descriptors.exclude) return false
  let mapped = 0
  for (let row = 0; row < view.table.length; row++) {
    const descriptor = view.table.file(row)?.descriptor
    if (descriptor === undefined || descriptor === 'txt') return false
    mapped += 1
  }
  return mapped > 0
}
