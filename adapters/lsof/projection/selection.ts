import type { View } from '../../../src/adapter.js'
import { optionsOf } from './call.js'
import { isRefused } from './refusal.js'

/** Whether a run of lsof was asked for rows of a descriptor; undefined where the text alone cannot tell. */
export type Selection = (descriptor: string) => boolean | undefined

/** What `-d` let through: by the words lsof was called with, else by the rows that are there. */
export function selectionOf(view: View): Selection {
  const asked = optionsOf(view)
  if (asked !== undefined) {
    const { descriptors } = asked
    return (descriptor) => descriptors === undefined || descriptors.names.has(descriptor) !== descriptors.exclude
  }
  const { table } = view
  const seen = new Set<string>()
  for (let row = 0; row < table.length; row++) seen.add(table.file(row)?.descriptor ?? 'mem')
  const others = view.diagnostics.count('other-row') > 0
  // Who looks at a process without asking for mem wants its other rows, so that there are some.
  const withoutMem = !seen.has('mem') && (others || seen.size > 0) && !isRefused(view)
  return (descriptor) => {
    if (descriptor === 'mem') return !withoutMem
    return others || seen.has(descriptor) || undefined
  }
}
