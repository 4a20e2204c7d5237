import type { Sum } from './program.js'

/** A line of totals: the dialect that it ends, what it looks like, and what its groups sum up. */
export type Ending = readonly [dialect: string, line: RegExp, names: readonly string[]]

/** The kilobytes that a line of totals says in the groups of `match`, under their names; groups that took no part are left out. */
export function sums(names: readonly string[], match: RegExpExecArray): readonly Sum[] {
  return names.flatMap((name, place) => {
    const text = match[place + 1]
    return text === undefined ? [] : [{ name, value: BigInt(text) * 1024n }]
  })
}

/** What a line says that is one of `endings`; undefined when it is none. */
export function sumsOf(endings: readonly Ending[], line: string): readonly Sum[] | undefined {
  for (const [, pattern, names] of endings) {
    const match = pattern.exec(line)
    if (match) return sums(names, match)
  }
  return undefined
}

/** The dialect that a line ends which is one of `endings`; undefined when it is none. */
export function dialectEnded(endings: readonly Ending[], line: string): string | undefined {
  return endings.find(([, pattern]) => pattern.test(line))?.[0]
}
