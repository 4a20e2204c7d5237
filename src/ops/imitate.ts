import type { Adapter, Answer, Imitation, Origin, Plan, Run, Seen, View } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'
import { parse } from './parse.js'
import { projectedView } from './projected.js'

const NOTHING: Uint8Array = new Uint8Array(0)

/** A tool that is imitated. */
export interface Imitated {
  readonly adapter: Adapter
  readonly imitation: Imitation
}

/** The imitation of a tool by its name. Throws a MemmapsError for one that is not imitated. */
export function imitationOf(adapters: readonly Adapter[], tool: string): Imitated {
  const adapter = adapters.find(({ name, imitates }) => name === tool && imitates !== undefined)
  if (adapter?.imitates !== undefined) return { adapter, imitation: adapter.imitates }
  const known = adapters.filter(({ imitates }) => imitates !== undefined).map(({ name }) => name)
  throw new MemmapsError('usage', `${tool} is not imitated`, `use one of: ${known.join(', ')}`)
}

/** True for a plan: the run depends on processes, and is not answered yet. */
export function isPlan(planned: Plan | Answer): planned is Plan {
  return 'processes' in planned
}

/** What a tool prints of processes, and what each text about one was made from. */
export interface TracedAnswer extends Answer {
  readonly origins: readonly Origin[]
}

/** What a tool prints of the processes that it sees, by its plan. */
export function imitate({ adapter, imitation }: Imitated, plan: Plan, run: Run, seen: readonly Seen[]): TracedAnswer {
  const { version, locale, arch } = run
  const argv = [adapter.name, ...(plan.words ?? run.words)]
  const source = { tool: adapter.name, version, locale, argv, ...(arch === undefined ? {} : { arch }) }
  const [as] = parse(adapter, NOTHING, { dialect: plan.dialect, source }) as [View]
  const views: View[] = []
  const origins: Origin[] = []
  let printed = 0
  for (const one of seen) {
    if (!(plan.selects?.(one) ?? one.state !== 'missing')) continue
    const richer = one.view ?? { ...as, adapter: plan.reads, dialect: '64bit' }
    const projection = adapter.project?.(richer, as, one.facts)
    if (projection === undefined) throw new MemmapsError('internal', `${adapter.name} has no projection`)
    const { process = {} } = one.facts
    views.push({ ...projectedView(richer, as, projection), process, totals: [] })
    origins.push({ seen: one, projection })
    printed += projection.table.length
  }
  const { stdout: last, stderr = NOTHING, exit } = plan.end(seen, printed)
  const text = imitation.print(views, { dialect: plan.dialect, origins })
  return { stdout: last === undefined ? text : [...text, last], stderr, exit, origins }
}
