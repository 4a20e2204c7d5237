import type { Adapter, Answer, Imitation, Plan, Run, Seen, View } from '../adapter.js'
import { statPaths } from '../capture/file-stats.js'
import { lookAt } from '../capture/look.js'
import { PROC, pidsIn } from '../capture/proc-root.js'
import { readSettings } from '../capture/settings.js'
import { sysvDeviceOf } from '../capture/sysv-device.js'
import { imitate, imitationOf, isPlan } from '../ops/imitate.js'
import { Reader } from '../ops/parse.js'

/** Does what a tool does when it is run with these words, on live processes and without the tool. */
export async function imitateLive(
  adapters: readonly Adapter[],
  tool: string,
  run: Run,
  procRoot: string = PROC,
): Promise<Answer> {
  const imitated = imitationOf(adapters, tool)
  const planned = plannedBy(imitated.imitation, run)
  if (!isPlan(planned)) return planned
  const pids = planned.processes === 'all' ? (pidsIn(procRoot) ?? []) : planned.processes
  const seen: Seen[] = []
  for (const pid of pids) seen.push(await see(adapters, imitated.adapter, planned, pid, procRoot))
  return imitate(imitated, planned, run, seen)
}

/** What a tool does when it is run so, once it has read its file of settings. */
function plannedBy(imitation: Imitation, run: Run): Plan | Answer {
  const path = imitation.settings?.(run)
  const settings = path === undefined ? undefined : readSettings(path)
  return imitation.plan(settings === undefined ? run : { ...run, settings })
}

async function see(
  adapters: readonly Adapter[],
  tool: Adapter,
  plan: Plan,
  pid: number,
  procRoot: string,
): Promise<Seen> {
  const { reads, wants } = plan
  const reader = new Reader(adapters.find(({ name }) => name === reads) as Adapter, { asPrinted: true })
  const { state, process, ...facts } = await lookAt(pid, { reads, wants, procRoot }, (chunk) => reader.push(chunk))
  const [view] = state === 'there' ? reader.end() : []
  const sysvDevice = view && sysvDeviceOf(pid, view.table, procRoot)
  const stats =
    view !== undefined && wants.includes('stats') ? statsOf(tool, view, process, `${procRoot}/${pid}`) : undefined
  return {
    pid,
    state,
    ...(view === undefined ? {} : { view }),
    facts: {
      ...facts,
      ...(process === undefined ? {} : { process }),
      ...(stats === undefined ? {} : { stats }),
      ...(sysvDevice === undefined ? {} : { sysvDevice }),
    },
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
