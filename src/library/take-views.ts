import type { Adapter } from '../adapter.js'
import { PROC, procRootOf, viewsBelow } from '../capture/proc-root.js'
import { type SnapshotOptions, takeSnapshot } from '../capture/snapshot.js'
import type { Snapshot, ViewRequest } from '../capture/types.js'
import { pathsOf } from './snapshot-views.js'

/** How a live process is looked at; times are in milliseconds. */
export type TakeOptions = Omit<SnapshotOptions, 'views' | 'pathsOf'>

/** Takes these views of a live process, those that can be had below `procRoot`; `onLacking` is told of the others. */
export async function takeViews(
  adapters: readonly Adapter[],
  pid: number,
  requests: readonly ViewRequest[],
  options: TakeOptions,
): Promise<Snapshot> {
  const procRoot = procRootOf(options.procRoot ?? PROC)
  const { views, left } = viewsBelow(procRoot, pid, requests)
  for (const { view, why } of left) options.onLacking?.(view, why)
  return takeSnapshot(pid, { ...options, procRoot, views, pathsOf: pathsOf(adapters) })
}
