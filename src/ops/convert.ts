import type { Adapter, Facts, Origin, Releases, View } from '../adapter.js'
import { type AdapterChoice, requireVersion } from './adapter-name.js'
import { parse } from './parse.js'
import { projectView } from './project.js'
import { projectedView } from './projected.js'
import { dialectOf } from './writable.js'

/** A view as another adapter can say it. */
export interface Converted {
  /** The view that was given. */
  readonly source: View
  readonly view: View
  /** What the view was projected from, where it was. */
  readonly origin?: Origin
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
  { adapter: target, dialect, version }: AdapterChoice,
  facts: Facts = {},
): Converted {
  if (version !== undefined && target.releases !== undefined) return asRelease(source, target, dialect, version)
  const tool = version === undefined ? {} : { tool: target.name, version }
  const itself = version === undefined ? source : { ...source, source: { ...source.source, ...tool } }
  const asItIs = { source, view: itself, reasons: new Map(), unknown: [] }
  if (source.adapter === target.name || target.project === undefined) return asItIs
  const own = dialect ?? (Object.hasOwn(target.dialects, source.dialect) ? source.dialect : undefined)
  const [as] = parse(target, new Uint8Array(0), { source: tool, ...(own === undefined ? {} : { dialect: own }) })
  if (as === undefined) return asItIs
  const { projection } = projectView(adapters, source, as, facts)
  const process = { ...facts.process, ...source.process }
  const { pid } = process
  const seen = {
    view: source,
    state: 'there' as const,
    facts: { ...facts, process },
    ...(pid === undefined ? {} : { pid }),
  }
  const reasons = new Map<string, number>()
  for (const { code } of projection.reasons) reasons.set(code, (reasons.get(code) ?? 0) + 1)
  return {
    source,
    view: projectedView(source, as, projection),
    origin: { seen, projection },
    from: projection.from,
    reasons,
    unknown: projection.unknown ?? [],
  }
}

/** The view as a kernel release says it. */
function asRelease(source: View, target: Adapter, dialect: string | undefined, release: string): Converted {
  const own = dialect ?? dialectOf({ adapter: target }, [source])
  requireVersion(target, own, release)
  const table = (target.releases as Releases).as(source, own, release)
  const view = { ...source, table, source: { ...source.source, kernel: release } }
  return { source, view, reasons: new Map(), unknown: [] }
}
