import type { Adapter, Answer, Plan, Run, Seen, View } from '../adapter.js'
import { statPaths } from '../capture/file-stats.js'
import { lookAt } from '../capture/look.js'
import { PROC, pidsIn } from '../capture/proc-root.js'
import { imitate, imitationOf, isPlan } from '../ops/imitate.js'
import { parse } from '../ops/parse.js'

/** Does what a tool does when it is run with these words, on live processes and without the tool. */
export function imitateLive(adapters: readonly Adapter[], tool: string, run: Run, procRoot: string = PROC): Answer {
  const imitated = imitationOf(adapters, tool)
  const planned = imitated.imitation.plan(run)
  if (!isPlan(planned)) return planned
  const pids = planned.processes === 'all' ? (pidsIn(procRoot) ?? []) : planned.processes
  const seen = pids.map((pid) => see(adapters, imitated.adapter, planned, pid, procRoot))
  return imitate(imitated, planned, run, seen)
}

function see(adapters: readonly Adapter[], tool: Adapter, plan: Plan, pid: number, procRoot: string): Seen {
  const { reads, wants } = plan
  const { state, bytes, process, ...facts } = lookAt(pid, { reads, wants, procRoot })
  const reader = adapters.find(({ name }) => name === reads) as Adapter
  const [view] = bytes === undefined ? [] : parse(reader, bytes, { asPrinted: true })
  const stats =
    view !== undefined && wants.includes('stats') ? statsOf(tool, view, process, `${procRoot}/${pid}`) : undefined
  return {
    pid,
    state,
    ...(view === undefined ? {} : { view }),
    facts: { ...facts, ...(process === undefined ? {} : { process }), ...(stats === undefined ? {} : { stats }) },
  }
}

function statsOf(
  tool: Adapter,
  view: View,
  process: Seen['facts']['process'],
  directory: string,
): Seen['facts']['stats'] {
  return statPaths(tool.looksUp?.(view, process) ?? [], directory)
}
