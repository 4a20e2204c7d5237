import { adapters } from '../../adapters/index.js'
import type { RedactionCounts } from '../capture/redact.js'
import { redactedSnapshot } from './redacted-snapshot.js'
import { type Snapshot, withViews } from './snapshot.js'

/** A snapshot to share, and how much of it was replaced. */
export interface Redacted {
  readonly snapshot: Snapshot
  readonly counts: RedactionCounts
}

/** Replaces the names, commands and users of a snapshot by tokens of the same length; `compare` says of it what it said. */
export function redact(original: Snapshot): Redacted {
  const { views: _, ...taken } = original
  const { snapshot, counts } = redactedSnapshot(adapters, taken)
  return { snapshot: withViews(snapshot), counts }
}
