import type { Adapter, Grain, View } from '../adapter.js'

/** What one region of a view stands for: its dialect says so, or its adapter. */
export function grainOf(adapters: readonly Adapter[], view: View): Grain {
  const adapter = adapters.find(({ name }) => name === view.adapter)
  return adapter?.dialects[view.dialect]?.grain ?? adapter?.grain ?? 'mapping'
}
