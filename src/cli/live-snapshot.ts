import { adapters } from '../../adapters/index.js'
import { takeSnapshot } from '../capture/snapshot.js'
import type { Snapshot, ViewRequest } from '../capture/types.js'
import { withProgress } from './progress.js'
import { pathsOf } from './snapshot-views.js'

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
}

/** Takes these views of a live process, as the options say. */
export function liveSnapshot(pid: number, views: readonly ViewRequest[], options: LiveOptions): Promise<Snapshot> {
  const { freeze = false, lsof, pmap, retries, timeLimit } = options
  return withProgress((say) =>
    takeSnapshot(pid, {
      onView: (view) => say(`taking ${view} of process ${pid}`),
      views,
      pathsOf: pathsOf(adapters),
      tools: { ...(lsof === undefined ? {} : { lsof }), ...(pmap === undefined ? {} : { pmap }) },
      freeze,
      ...(retries === undefined ? {} : { retries }),
      ...(timeLimit === undefined ? {} : { timeLimit: timeLimit * 1000 }),
    }),
  )
}
