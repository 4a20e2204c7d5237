import type { Projection, View } from '../adapter.js'

/** The view that a projection makes of another one: what the tool that printed `as` would have shown of it. */
export function projectedView(source: View, as: View, projection: Projection): View {
  const { adapter, dialect, says } = as
  return { ...source, adapter, dialect, says, table: projection.table, source: { ...source.source, ...as.source } }
}
