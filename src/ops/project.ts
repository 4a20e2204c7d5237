import type { Adapter, Facts, Projection, View } from '../adapter.js'
import type { RegionTable } from '../model/table.js'
import { MemmapsError } from '../report/errors.js'

/** What the tool that printed `as` would have shown of `view`, and by which rules. */
export function projectView(
  adapters: readonly Adapter[],
  view: View,
  as: View,
  facts: Facts = {},
): { readonly adapter: Adapter; readonly projection: Projection } {
  const adapter = adapters.find(({ name }) => name === as.adapter)
  if (adapter === undefined) {
    throw new MemmapsError('usage', `there is no adapter ${as.adapter}`, 'memmaps formats lists them')
  }
  return { adapter, projection: adapter.project?.(view, as, facts) ?? asItIs(view.table) }
}

/** The projection of a view to a format that shows every region as it is. */
function asItIs(table: RegionTable): Projection {
  return { table, from: Uint32Array.from({ length: table.length }, (_, row) => row), reasons: [] }
}
