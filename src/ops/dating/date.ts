import type { Adapter, View } from '../../adapter.js'
import { type Dating, dateBy, type Evidence } from '../../kernel/dating.js'
import { grainOf, isForeign } from '../grain.js'
import { fieldLines } from './field-line.js'
import { fieldEvidence } from './fields.js'
import { flagEvidence } from './flags.js'
import { markEvidence } from './marks.js'
import { isX86, nameEvidence, offsetEvidence } from './names.js'
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
  const lineOf = fieldLines(adapter, view)
  yield* fieldEvidence(view, index, { whole, rollup: grainOf(adapters, view) === 'process', lineOf })
  yield* flagEvidence(view, index, lineOf)
  // Tools shorten names and round offsets: only the kernel's own text shows what it has.
  if (!whole) return
  const x86 = isX86(view, arch)
  yield* nameEvidence(view, index, x86)
  yield* markEvidence(view, index, x86, lineOf)
  yield* offsetEvidence(view, index)
  yield* sumEvidence(view, index)
  for (const { row, fields } of adapter.printed?.(view) ?? []) {
    yield* spacingEvidence(fields, index, (name) => lineOf(row, name))
  }
}
