import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import type { Problem } from '../capture/types.js'
import type { Check, CheckOptions } from '../ops/check.js'
import type { CompareOptions, Comparison } from '../ops/compare.js'
import { check as checkViews } from './check.js'
import { compare as compareViews } from './compare.js'
import { compareSnapshot } from './compare-snapshot.js'
import type { Snapshot } from './snapshot.js'
import { factsOf } from './snapshot-views.js'

/** What came of comparing views. */
export interface ComparedViews extends Comparison {
  /** The views that could not be part of it, and why. */
  readonly problems: readonly Problem[]
}

/** Tells whether views of one process can be true together: those of a snapshot, or of several texts. */
export function compare(subject: Snapshot | readonly View[], options: CompareOptions = {}): ComparedViews {
  if (!('texts' in subject)) return { ...compareViews(subject, options), problems: [] }
  const { comparison, problems } = compareSnapshot(adapters, subject)
  return { ...comparison, problems }
}

/** Holds views against the laws that a list of mappings must obey: one, several of one process, or those of a snapshot. */
export function check(subject: Snapshot | View | readonly View[], options: CheckOptions = {}): Check {
  if (!('texts' in subject)) return checkViews(subject, options)
  const { views, moved, host } = subject
  return checkViews(views, {
    facts: factsOf(subject),
    moved,
    ...(host.arch === undefined ? {} : { arch: host.arch }),
    ...options,
  })
}
