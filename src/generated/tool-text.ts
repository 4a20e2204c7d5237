import { adapters } from '../../adapters/index.js'
import type { Process } from '../../arbitraries/processes.js'
import type { ToolRun } from '../../arbitraries/tool-runs.js'
import type { Adapter, Plan, Run, Seen, View } from '../adapter.js'
import { imitate, imitationOf } from '../ops/imitate.js'
import { parse } from '../ops/parse.js'
import { lsofViews } from './lsof-regions.js'
import { planOf } from './plan-of.js'
import { pmapRegions } from './pmap-regions.js'
import { factsOf } from './process-facts.js'
import { runWords } from './run-words.js'
import { spaceView } from './space-view.js'
import type { ToolView } from './tool-texts.js'

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** What a tool prints of processes, and what is said there. */
export interface ToolText {
  readonly dialect: string
  readonly text: Uint8Array
  /** By the rules of the tool, from the address spaces: no text was read for it. */
  readonly views: readonly ToolView[]
}

/** What lsof or pmap prints when it is run so on processes that were made up. */
export function toolText(tool: 'lsof' | 'pmap', processes: readonly Process[], made: ToolRun): ToolText {
  const imitated = imitationOf(adapters, tool)
  const run = runOn(tool, processes, made)
  const plan = planOf(tool, run)
  const empty = emptyView(plan)
  const seen = processes.map((process): Seen => {
    return { pid: process.pid, view: spaceView(process.space, empty), state: 'there', facts: factsOf(process) }
  })
  const { stdout, origins } = imitate(imitated, plan, run, seen)
  const views = origins.flatMap(({ seen, projection }): readonly ToolView[] => {
    const process = processes.find(({ pid }) => pid === seen.pid) as Process
    if (tool === 'lsof') return lsofViews(projection.table, plan.dialect, made, process)
    const { pid, space } = process
    return [{ process: { pid }, regions: pmapRegions(projection.table, plan.dialect, made, space.kernel) }]
  })
  return { dialect: plan.dialect, text: Buffer.concat([...stdout]), views }
}

function runOn(
  tool: 'lsof' | 'pmap',
  processes: readonly Process[],
  { words, settings, version, locale }: ToolRun,
): Run {
  const pids = processes.map(({ pid }) => String(pid))
  const { arch } = (processes[0] as Process).space
  const read = settings === undefined ? {} : { settings: encoder.encode(settings.text) }
  return { version, locale, arch, words: runWords(tool, words, pids), ...read }
}

/** A view without regions of the file that the tool reads. */
function emptyView({ reads }: Plan): View {
  const [view] = parse(adapters.find(({ name }) => name === reads) as Adapter, NOTHING)
  return view as View
}
