import { adapters } from '../../adapters/index.js'
import type { Adapter, Facts, View } from '../adapter.js'
import { statPaths } from '../capture/file-stats.js'
import { writePieces } from '../capture/files.js'
import { readLocks } from '../capture/locks.js'
import { PROC, procRootOf } from '../capture/proc-root.js'
import { convert } from '../library/convert.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import type { Conversion } from '../ops/conversion.js'
import { explainLoss } from '../ops/loss-wording.js'
import { holdsOneProcess, pidsOf, requireWritable } from '../ops/writable.js'
import { CODES } from '../report/codes.js'
import { MemmapsError } from '../report/errors.js'
import { escapedForTerminal } from './escape-pieces.js'
import { tellFindings } from './findings.js'
import { readLive, refuseProcRoot } from './live-view.js'
import { stdoutIsTerminal, tell, writeAllOut } from './output.js'
import { pidOf } from './pid-of.js'
import { readText } from './read-text.js'

/** Options of `memmaps convert`. */
export interface ConvertOptions {
  readonly to: string
  readonly from?: string
  readonly pid?: number
  readonly output?: string
  readonly strict?: boolean
  /** Another directory of processes than `/proc`. */
  readonly procRoot?: string
}

/** Runs `memmaps convert`. */
export async function runConvert(file: string | undefined, options: ConvertOptions): Promise<number> {
  const { adapter: target } = parseAdapterName(adapters, options.to)
  requireWritable(adapters, target)
  const { views, facts = {} } = await readViews(file, target, options)
  const conversion = convert(views, options.to, { strict: options.strict ?? false, facts })
  const pieces = conversion.pieces()
  if (options.output !== undefined && options.output !== '-') writePieces(options.output, pieces)
  else await writeAllOut(stdoutIsTerminal() ? escapedForTerminal(pieces, tell) : pieces)
  tellLosses(conversion)
  return 0
}

async function readViews(
  file: string | undefined,
  target: Adapter,
  options: ConvertOptions,
): Promise<{ readonly views: readonly View[]; readonly facts?: Facts }> {
  const { from, pid, strict = false } = options
  const live = file === undefined ? pid : pidOf(file)
  if (live !== undefined) {
    const usual = holdsOneProcess(target) ? [target.name, 'maps'] : ['smaps', 'maps']
    const view = readLive(adapters, live, from === undefined ? usual : [liveFile(from)], options)
    tellFindings([view], view.source.name as string)
    const { process = {}, ...read } = view
    // The text itself does not say whose it is, so this cannot be lost.
    return { views: [read], facts: { process, ...lookedUp(target, view, live, options) } }
  }
  refuseProcRoot(options)
  const { views, name } = await readText(adapters, file ?? '-', { from, strict })
  return { views: pid === undefined ? views : [viewOfPid(views, pid, name)] }
}

/** What the target's tool would find where the process's paths lead; nothing is looked up for a directory that somebody saved. */
function lookedUp(target: Adapter, view: View, pid: number, { procRoot = PROC }: ConvertOptions): Facts {
  if (target.looksUp === undefined || procRootOf(procRoot) !== PROC) return {}
  const stats = statPaths(target.looksUp(view, view.process), `${PROC}/${pid}`)
  const locks = readLocks(pid, PROC)
  return { stats, ...(locks === undefined ? {} : { locks }) }
}

/** The file below /proc/PID that a format is the text of. */
function liveFile(from: string): string {
  const { adapter } = parseAdapterName(adapters, from)
  if (holdsOneProcess(adapter)) return adapter.name
  throw new MemmapsError(
    'usage',
    `a live process is read from the kernel, not from ${adapter.name}`,
    `pipe ${adapter.name} in: ${adapter.name} … | memmaps convert -f ${from} …`,
  )
}

function viewOfPid(views: readonly View[], pid: number, name: string): View {
  const view = views.find(({ process: of }) => of?.pid === pid)
  if (view !== undefined) return view
  throw new MemmapsError('usage', `${name} says nothing of process ${pid}`, `it is about: ${pidsOf(views)}`)
}

/** Says what a conversion lost, and by which rules of the target's tool. */
function tellLosses({ name, losses, converted, target: { adapter } }: Conversion): void {
  for (const loss of losses) {
    tell(`${CODES[loss.code].severity}: ${explainLoss(loss, name)} [${loss.code}]`)
  }
  for (const { reasons, unknown } of converted) {
    for (const [code, count] of reasons) tell(`note: ${code} ${count}: ${adapter.reasons?.[code] ?? ''}`)
    for (const sentence of unknown) tell(`note: ${sentence}`)
  }
}
