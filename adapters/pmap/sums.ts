import type { Sum } from './implementation.js'

/** The kilobytes that a line of totals says in the groups of `match`, under their names; groups that took no part are left out. */
export function sums(names: readonly string[], match: RegExpExecArray): readonly Sum[] {
  return names.flatMap((name, place) => {
    const text = match[place + 1]
    return text === undefined ? [] : [{ name, value: BigInt(text) * 1024n }]
  })
}
