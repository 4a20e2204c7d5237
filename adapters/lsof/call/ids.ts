/** The ids that `-p` and `-g` name. */
export interface Ids {
  readonly included: readonly number[]
  /** Those with `^`. */
  readonly excluded: readonly number[]
  /** What lsof says of those that it does not understand. */
  readonly complaints: readonly string[]
}

/** Reads lists of ids as lsof (all versions) does: without a digit, an id is 0, and a list may end with a comma. */
export function readIds(lists: readonly (string | undefined)[], kind: 'process' | 'process group'): Ids {
  const excludes = new Map<number, boolean>()
  const complaints: string[] = []
  for (const list of lists) {
    if (list === undefined) complaints.push(`no ${kind} ID specified`)
    else if (!/^(?:\^?\d*(?:,|$))*$/.test(list)) complaints.push(`illegal ${kind} ID: ${list}`)
    for (const word of membersBefore(list ?? '')) {
      const excluded = word.startsWith('^')
      // An int, as in C.
      const id = Number(excluded ? word.slice(1) : word) | 0
      if (excludes.get(id) === !excluded) {
        complaints.push(`P${kind === 'process' ? '' : 'G'}ID ${id} has been included and excluded.`)
      } else excludes.set(id, excluded)
    }
  }
  const of = (wanted: boolean): number[] => [...excludes].flatMap(([id, excluded]) => (excluded === wanted ? id : []))
  return { included: of(false), excluded: of(true), complaints }
}

/** The members of a list up to the first that is no id. */
function membersBefore(list: string): readonly string[] {
  const words = list.split(',')
  if (words.at(-1) === '') words.pop()
  const wrong = words.findIndex((word) => !/^\^?\d*$/.test(word))
  return wrong < 0 ? words : words.slice(0, wrong)
}
