import { adapters } from '../../adapters/index.js'
import type { Snapshot, ViewRequest } from '../capture/types.js'
import { takeViews } from '../library/take-views.js'
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
  const lacking = new Map<string, string>()
  const { freeze = false, lsof, pmap, procRoot, retries, timeLimit } = options
  const snapshot = await withProgress((say) =>
    takeViews(adapters, pid, requests, {
      onView: (view) => say(`taking ${view} of process ${pid}`),
      onLacking: (view, why) => lacking.set(view, why),
      tools: { ...(lsof === undefined ? {} : { lsof }), ...(pmap === undefined ? {} : { pmap }) },
      freeze,
      ...(procRoot === undefined ? {} : { procRoot }),
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
