import type { Outcome, Verdict } from './types.js'

/** How many cases of a group ended how. */
export type Counts = Readonly<Record<Verdict, number>> & { readonly cases: number }

/** Counts outcomes by what each belongs to; one may belong to several groups, or to none. */
export function tally(
  outcomes: readonly Outcome[],
  groupsOf: (outcome: Outcome) => readonly string[],
): Map<string, Counts> {
  const groups = new Map<string, Counts>()
  for (const outcome of outcomes) {
    for (const group of groupsOf(outcome)) {
      const counts = groups.get(group) ?? { cases: 0, pass: 0, wrong: 0, refused: 0, crashed: 0 }
      groups.set(group, { ...counts, cases: counts.cases + 1, [outcome.verdict]: counts[outcome.verdict] + 1 })
    }
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}

/** What an outcome is an example of: its flags. */
export function flagsOf(outcome: Outcome): readonly string[] {
  return outcome.case.flags
}

/** The release of the kernel, `6.12` or `2.6.32`; nothing where nobody knows. */
export function kernelOf(outcome: Outcome): readonly string[] {
  const [release] = /^(?:2\.6\.\d+|\d+\.\d+)/.exec(outcome.case.kernel ?? '') ?? []
  return release === undefined ? [] : [release]
}

/** The format and what is expected of the text: `maps invalid`. */
export function kindOf({ case: { adapter, kind } }: Outcome): readonly string[] {
  return [`${adapter} ${kind}`]
}
