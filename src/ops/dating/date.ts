import type { Adapter, View } from '../../adapter.js'
import { type Dating, dateBy, type Evidence } from '../../kernel/dating.js'
import { grainOf, isForeign } from '../grain.js'
import { fieldEvidence } from './fields.js'
import { flagEvidence } from './flags.js'
import { nameEvidence, offsetEvidence } from './names.js'
import { spacingEvidence } from './spacing.js'
import { sumEvidence } from './sums.js'

/** Tells which kernels could have printed these views of one process. `arch`: the machine's name as uname prints it. */
export function date(adapters: readonly Adapter[], views: readonly View[], arch?: string): Dating {
  return dateBy(views.flatMap((view, index) => [...evidenceOf(adapters, view, index, arch)]))
}

/** Everything in a view that not every kernel prints. */
function* evidenceOf(
  adapters: readonly Adapter[],
  view: View,
  index: number,
  arch: string | undefined,
): Iterable<Evidence> {
  if (isForeign(adapters, view)) return
  const adapter = adapters.find(({ name }) => name === view.adapter)
  const whole = adapter?.kernel === true
  yield* fieldEvidence(view, index, { whole, rollup: grainOf(adapters, view) === 'process' })
  yield* flagEvidence(view, index)
  // Tools shorten names and round offsets: only the kernel's own text shows what it has.
  if (!whole) return
  yield* nameEvidence(view, index, arch)
  yield* offsetEvidence(view, index)
  yield* sumEvidence(view, index)
  for (const { row, fields } of adapter.printed?.(view) ?? []) {
    yield* spacingEvidence(fields, index, view.table.line(row))
  }
}
