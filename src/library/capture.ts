import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import { loadCapture as load } from '../capture/folder.js'
import { type SnapshotOptions, takeSnapshot } from '../capture/snapshot.js'
import type { Snapshot as Taken } from '../capture/types.js'
import { allViewRequests, pathsOf, viewOf, viewRequests } from './snapshot-views.js'

/** Every view of one process, taken between two equal readings of its maps; each is read when `views` is first asked for. */
export interface Snapshot extends Taken {
  /** The view of each text, in the same order. */
  readonly views: readonly View[]
}

/** Options of `capture`; times are in milliseconds. */
export interface CaptureOptions extends Omit<SnapshotOptions, 'views' | 'pathsOf'> {
  /** The views to take, as `smaps` or `pmap:x`; all there are when none is named. maps is taken always. */
  readonly views?: readonly string[]
}

/**
 * Takes views of a live process. Throws a MemmapsError when there is no such process or it may not be read; a single view that
 * fails is one of the snapshot's `problems`.
 */
export async function capture(pid: number, options: CaptureOptions = {}): Promise<Snapshot> {
  const { views, ...how } = options
  const requests = views === undefined ? allViewRequests(adapters) : viewRequests(adapters, views.join(','))
  return withViews(await takeSnapshot(pid, { ...how, views: requests, pathsOf: pathsOf(adapters) }))
}

/** Reads a folder that `saveCapture` or `memmaps capture` wrote. */
export function loadCapture(directory: string): Snapshot {
  return withViews(load(directory))
}

function withViews(taken: Taken): Snapshot {
  let views: readonly View[] | undefined
  return {
    ...taken,
    get views() {
      views ??= taken.texts.map((text) => viewOf(adapters, taken, text))
      return views
    },
  }
}
