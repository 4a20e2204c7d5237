import { adapters } from '../../adapters/index.js'
import { PROC } from '../capture/proc.js'
import { procRootOf, viewsBelow } from '../capture/proc-root.js'
import { takeSnapshot } from '../capture/snapshot.js'
import type { Snapshot, ViewRequest } from '../capture/types.js'
import { pathsOf } from '../library/snapshot-views.js'
import { tell } from './output.js'
import { withProgress } from './progress.js'

/** How a live process is to be looked at; the same for every command that does. */
export interface LiveOptions {
  readonly freeze?: boolean
  /** Path of the lsof to run. */
  readonly lsof?: string
  /** Path of the pmap to run. */
  readonly pmap?: string
  /** Seconds that a tool may take. */
  readonly timeLimit?: number
  readonly retries?: number
  /** Another directory of processes than `/proc`. */
  readonly procRoot?: string
}

/** Takes these views of a live process, as the options say. */
export async function liveSnapshot(
  pid: number,
  requests: readonly ViewRequest[],
  options: LiveOptions,
): Promise<Snapshot> {
  const procRoot = procRootOf(options.procRoot ?? PROC)
  const { views, left } = viewsBelow(procRoot, pid, requests)
  const lacking = new Map(left.map(({ view, why }) => [view, why]))
  const { freeze = false, lsof, pmap, retries, timeLimit } = options
  const snapshot = await withProgress((say) =>
    takeSnapshot(pid, {
      onView: (view) => say(`taking ${view} of process ${pid}`),
      onLacking: (view, why) => lacking.set(view, why),
      views,
      procRoot,
      pathsOf: pathsOf(adapters),
      tools: { ...(lsof === undefined ? {} : { lsof }), ...(pmap === undefined ? {} : { pmap }) },
      freeze,
      ...(retries === undefined ? {} : { retries }),
      ...(timeLimit === undefined ? {} : { timeLimit: timeLimit * 1000 }),
    }),
  )
  for (const why of new Set(lacking.values())) {
    const names = [...lacking].flatMap(([view, reason]) => (reason === why ? view : []))
    tell(`${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} left out: ${why}`)
  }
  return snapshot
}
