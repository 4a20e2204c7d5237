import { availableParallelism } from 'node:os'
import { adapters } from '../../adapters/index.js'
import { atOnce } from '../capture/at-once.js'
import { PROC, pidsIn } from '../capture/proc-root.js'
import { MemmapsError } from '../report/errors.js'
import { printable, printableJson } from '../report/printable.js'
import { type Colors, colorsFor } from './colors.js'
import { type CompareCommandOptions, compareLive } from './compare.js'
import { writeOut } from './output.js'
import { withProgress } from './progress.js'
import { snapshotTitle } from './snapshot-title.js'
import { columns } from './text-columns.js'
import { verdictText } from './verdict.js'
import { verdictJson } from './verdict-json.js'

/** What came of one process; no views are kept, so that memory does not grow with the machine. */
interface Came {
  readonly pid: number
  readonly command: string
  readonly verdict: string
  readonly regions?: number
  /** Why it was not compared, or not with every view. */
  readonly why?: string
  /** The whole report, as JSON with --json, else as text of one that disagrees. */
  readonly report?: string
}

const HEADING = ['PID', 'COMMAND', 'REGIONS', 'VERDICT', '']

/** Runs `memmaps compare --all`; gives the exit status: 1 when a process's views disagree, 2 when none could be compared. */
export async function runCompareAll(options: CompareCommandOptions): Promise<number> {
  const colors = colorsFor(options.color, process.stdout)
  const pids = (pidsIn(options.procRoot ?? PROC) ?? []).filter((pid) => pid !== process.pid)
  const came = await withProgress((say) =>
    atOnce(atMost(), pids, (pid, index) => {
      say(`process ${pid}: ${index + 1} of ${pids.length}`)
      return compared(pid, options, colors)
    }),
  )
  const all = came.filter((one) => one !== undefined)
  const none = all.every(({ regions }) => regions === undefined)
  const status = all.some(({ verdict }) => verdict === 'disagree') ? 1 : none ? 2 : 0
  process.exitCode = status
  await writeOut(options.json ? jsonOf(all) : textOf(all))
  return status
}

/**
 * How many processes are looked at at once: while the views of one are compared here, tools run for another on the next core.
 * More than two would only wait for this thread, and keep their texts meanwhile.
 */
function atMost(): number {
  return Math.min(2, availableParallelism())
}

/** Compares one process; nothing where it has no mappings, as a kernel thread, or ended meanwhile. */
async function compared(pid: number, options: CompareCommandOptions, colors: Colors): Promise<Came | undefined> {
  try {
    const { snapshot, comparison, problems } = await compareLive(pid, options)
    if (snapshot.process.kind !== 'process') return undefined
    const { verdict, views, reference } = comparison
    const title = snapshotTitle(snapshot)
    const report = options.json
      ? verdictJson(title, comparison, problems)
      : verdict === 'disagree'
        ? verdictText({ adapters, comparison, problems, title, colors, all: true })
        : undefined
    return {
      pid,
      command: snapshot.process.command ?? '',
      verdict,
      regions: views[reference]?.table.length ?? 0,
      ...(problems[0] === undefined ? {} : { why: problems[0].message }),
      ...(report === undefined ? {} : { report }),
    }
  } catch (error) {
    if (!(error instanceof MemmapsError) || error.code === 'internal') throw error
    if (error.code === 'no-process' || error.code === 'ended') return undefined
    return { pid, command: '', verdict: 'not compared', why: error.message }
  }
}

function textOf(all: readonly Came[]): string {
  const rows = all.map(({ pid, command, regions = '', verdict, why = '' }) => [
    String(pid),
    printable(command),
    String(regions),
    verdict,
    printable(why),
  ])
  const table = columns([HEADING, ...rows], ['right', 'left', 'right', 'left', 'left'])
  const reports = all.flatMap(({ report }) => report ?? [])
  return [`${table.join('\n')}\n`, ...reports, `${summary(all)}\n`].join('\n')
}

/** `71 processes: 3 agree, 66 explained, 2 moved`. */
function summary(all: readonly Came[]): string {
  const counts = new Map<string, number>()
  for (const { verdict } of all) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const parts = [...counts].map(([verdict, count]) => `${count} ${verdict}`)
  return `${all.length} processes: ${parts.join(', ')}`
}

function jsonOf(all: readonly Came[]): string {
  const processes = all.map(({ report, ...plain }) => ({
    ...plain,
    ...(report === undefined ? {} : { comparison: JSON.parse(report) }),
  }))
  return `${printableJson(JSON.stringify({ schema: 'memmaps.comparisons/1', processes }, null, 2))}\n`
}
