import type { Adapter, View } from '../adapter.js'
import { readHost } from '../capture/host.js'
import { PROC, readProcFile } from '../capture/proc.js'
import { isLive, procRootOf } from '../capture/proc-root.js'
import { type LiveProcess, readProcess, readProcessName } from '../capture/process-facts.js'
import { stopOptimizing } from '../capture/short-run.js'
import { parse } from '../ops/parse.js'
import { MemmapsError } from '../report/errors.js'
import { tell } from './output.js'

/** A shorter text, of some twenty mappings, is read before V8 begins to optimize; for one longer than the second it is worth it. */
const WORTH = 1 << 14
const LONG = 1 << 21

/** How a live process is to be read. */
export interface LiveViewOptions {
  readonly strict?: boolean
  /** Another directory of processes than `/proc`. */
  readonly procRoot?: string
  /** True where the view is shown and not kept: of the process its name is enough, and of the machine nothing. */
  readonly brief?: boolean
}

/** Throws a MemmapsError when a directory of processes is named, and no process. */
export function refuseProcRoot({ procRoot }: LiveViewOptions): void {
  if (procRoot === undefined) return
  throw new MemmapsError('usage', '--proc-root is for a process', 'name its pid, or leave --proc-root out')
}

/** Reads a live process from the first of these adapters that the kernel lets us: smaps says more, maps is always there. */
export function readLive(
  adapters: readonly Adapter[],
  pid: number,
  names: readonly string[],
  { strict = false, procRoot: directory = PROC, brief = false }: LiveViewOptions,
): View {
  const procRoot = procRootOf(directory)
  const live = brief ? readProcessName(pid, procRoot) : readProcess(pid, procRoot)
  const { state: _, kind, ...process } = live
  const { adapter, bytes } = readFirst(adapters, live, names, procRoot)
  if (bytes.length >= WORTH && bytes.length < LONG) stopOptimizing()
  const { kernel } = brief ? {} : readHost(procRoot)
  const source = {
    name: procRoot === PROC ? `pid ${pid}` : `${procRoot}/${pid}/${adapter.name}`,
    ...(kernel === undefined ? {} : { kernel }),
    ...(isLive(procRoot) ? { captured: new Date().toISOString() } : {}),
  }
  const [view] = parse(adapter, bytes, { source, strict, asPrinted: true })
  if (view === undefined) throw new MemmapsError('internal', `${adapter.name} gave no view`)
  if (view.table.length === 0 && kind !== 'process') {
    const what =
      kind === 'zombie' ? 'a zombie: it has no memory any more' : 'a kernel thread: it has no memory of its own'
    tell(`process ${pid} is ${what}`)
  }
  return { ...view, process }
}

function readFirst(
  adapters: readonly Adapter[],
  { pid }: LiveProcess,
  names: readonly string[],
  procRoot: string,
): { adapter: Adapter; bytes: Uint8Array } {
  let failure: unknown
  for (const name of names) {
    const adapter = adapters.find((one) => one.name === name)
    if (adapter === undefined) continue
    try {
      return { adapter, bytes: readProcFile(pid, name, procRoot) }
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}
