import type { Run, Seen } from '../../../src/adapter.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { projectToLsof } from '../projection/projection.js'
import { readOptions } from './read-options.js'

/** Counts the rows that a run prints of a process. */
export function rowCounter({ words, version, locale }: Run, dialect: string): (seen: Seen) => number {
  const source = { tool: 'lsof', version, locale, argv: ['lsof', ...words] }
  const { descriptors } = readOptions(words, version)
  const table = new TableBuilder().build()
  return ({ view, state, facts }) => {
    // What may not be read has its row `txt` alone, which says so.
    if (view === undefined) return state === 'unreadable' && descriptors?.names.has('txt') ? 1 : 0
    const as = { ...view, adapter: 'lsof', dialect, table, source }
    return projectToLsof(view, as, facts).table.length
  }
}
