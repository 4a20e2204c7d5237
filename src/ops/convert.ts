import type { Adapter, Facts, View } from '../adapter.js'
import { parse } from './parse.js'
import { projectView } from './project.js'
import { projectedView } from './projected.js'

/** A view as another adapter can say it. */
export interface Converted {
  /** The view that was given. */
  readonly source: View
  readonly view: View
  /** For each row of `view`, that of `source`; absent where they are the same. */
  readonly from?: Uint32Array
  /** The rules of the target's tool by which the views differ, and how often. */
  readonly reasons: ReadonlyMap<string, number>
  /** What could not be known, as sentences for people. */
  readonly unknown: readonly string[]
}

/** Brings a view into the form in which an adapter can write it. */
export function convert(
  adapters: readonly Adapter[],
  source: View,
  target: Adapter,
  dialect: string | undefined,
  facts: Facts = {},
): Converted {
  const asItIs = { source, view: source, reasons: new Map(), unknown: [] }
  if (source.adapter === target.name || target.project === undefined) return asItIs
  const own = dialect ?? (Object.hasOwn(target.dialects, source.dialect) ? source.dialect : undefined)
  const [as] = parse(target, new Uint8Array(0), own === undefined ? {} : { dialect: own })
  if (as === undefined) return asItIs
  const { projection } = projectView(adapters, source, as, facts)
  const reasons = new Map<string, number>()
  for (const { code } of projection.reasons) reasons.set(code, (reasons.get(code) ?? 0) + 1)
  return {
    source,
    view: projectedView(source, as, projection),
    from: projection.from,
    reasons,
    unknown: projection.unknown ?? [],
  }
}
