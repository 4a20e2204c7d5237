import type { Adapter, Grain, View } from '../adapter.js'

/** True for a view of something that imitates Linux. */
export function isForeign(adapters: readonly Adapter[], view: View): boolean {
  return adapters.find(({ name }) => name === view.adapter)?.dialects[view.dialect]?.foreign === true
}

/** What one region of a view stands for: its dialect says so, or its adapter. */
export function grainOf(adapters: readonly Adapter[], view: View): Grain {
  const adapter = adapters.find(({ name }) => name === view.adapter)
  return adapter?.dialects[view.dialect]?.grain ?? adapter?.grain ?? 'mapping'
}
