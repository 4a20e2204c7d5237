import { adapters } from '../../adapters/index.js'
import { loadCapture as load } from '../capture/folder.js'
import { redactedSnapshot } from './redacted-snapshot.js'
import { type Snapshot, withViews } from './snapshot.js'
import { allViewRequests, viewRequests } from './snapshot-views.js'
import { type TakeOptions, takeViews } from './take-views.js'

/** Options of `capture`; times are in milliseconds. */
export interface CaptureOptions extends TakeOptions {
  /** The views to take, as `smaps` or `pmap:x`; all there are when none is named. maps is taken always. */
  readonly views?: readonly string[]
  /** Replaces names, commands and users by tokens, as `redact` does. */
  readonly redact?: boolean
}

/**
 * Takes views of a live process. Throws a MemmapsError when there is no such process or it may not be read; a single view that
 * fails is one of the snapshot's `problems`.
 */
export async function capture(pid: number, options: CaptureOptions = {}): Promise<Snapshot> {
  const { views, redact = false, ...how } = options
  const requests = views === undefined ? allViewRequests(adapters) : viewRequests(adapters, views.join(','))
  const taken = await takeViews(adapters, pid, requests, how)
  return withViews(redact ? redactedSnapshot(adapters, taken).snapshot : taken)
}

/** Reads a folder that `saveCapture` or `memmaps capture` wrote. */
export function loadCapture(directory: string): Snapshot {
  return withViews(load(directory))
}
