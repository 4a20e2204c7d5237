import type { Outcome } from './types.js'

/** The ids in a list of known failures: one a line, `#` before a remark. */
export function readKnown(text: string): ReadonlySet<string> {
  const ids = text.split('\n').map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
  return new Set(ids.filter((id) => id !== ''))
}

/** What a run says of the failures that were known before it. */
export interface KnownTally {
  /** Failures that nobody knew of. */
  readonly fresh: readonly Outcome[]
  readonly known: readonly Outcome[]
  /** Listed as failing, and they pass: the list is to be mended. */
  readonly mended: readonly string[]
  /** Listed, and no case has that name. */
  readonly unknown: readonly string[]
}

/** Holds a run against the failures that are known; `all` are the ids of every case, or of all but those `isUnread` is true of. */
export function tallyKnown(
  outcomes: readonly Outcome[],
  known: ReadonlySet<string>,
  all: ReadonlySet<string>,
  isUnread: (id: string) => boolean = () => false,
): KnownTally {
  const failed = outcomes.filter(({ verdict }) => verdict !== 'pass')
  return {
    fresh: failed.filter((outcome) => !known.has(outcome.case.id)),
    known: failed.filter((outcome) => known.has(outcome.case.id)),
    mended: outcomes.filter((one) => one.verdict === 'pass' && known.has(one.case.id)).map((one) => one.case.id),
    unknown: [...known].filter((id) => !all.has(id) && !isUnread(id)),
  }
}
