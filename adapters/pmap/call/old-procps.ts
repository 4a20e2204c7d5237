import type { Answer, Plan, Run } from '../../../src/adapter.js'
import { answer } from './answer.js'
import { procpsEnd } from './end.js'
import { isOtherPath, pidOf } from './pids.js'
import { type Limits, limitsOf, limitWords, NO_LIMITS } from './range-words.js'
import { oldUsage } from './usage.js'

/** What procps 3.2.8 does when it is called with these words; each option may stand but once, and -V but alone. */
export function oldProcpsPlan({ words, version }: Run): Plan | Answer {
  const letters: string[] = []
  const pids: number[] = []
  let limits: Limits | undefined = NO_LIMITS
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word === '--version') letters.push('V')
    else if (word.startsWith('-')) {
      const range = word.indexOf('A')
      const flags = word.slice(1, range < 0 ? word.length : range)
      if (word === '-' || /[^Vxrdq]/.test(flags)) return oldUsage()
      letters.push(...flags)
      if (range >= 0) limits = limitsOf(word.slice(range + 1) || (words[++at] ?? 'none'), limits)
      if (limits === undefined) return oldUsage()
    } else if (!isOtherPath(word)) {
      const pid = pidOf(word)
      if (pid === undefined) return oldUsage()
      pids.push(pid)
    }
  }
  const asked = new Set(letters)
  if (asked.size < letters.length || (asked.has('x') && asked.has('d'))) return oldUsage()
  if (asked.has('V')) {
    return letters.length > 1 || pids.length > 0 ? oldUsage() : answer(`pmap (procps version ${version})\n`, '', 0)
  }
  if (pids.length === 0) return oldUsage()
  const mode = asked.has('x') ? 'x' : asked.has('d') ? 'd' : ''
  return {
    processes: pids,
    reads: 'maps',
    wants: [],
    dialect: mode === 'd' ? 'd' : mode === 'x' ? 'x-3.2' : 'default-3.2',
    words: [
      ...(mode === '' ? [] : [`-${mode}`]),
      ...(asked.has('q') ? ['-q'] : []),
      ...limitWords(limits),
      ...pids.map(String),
    ],
    selects: ({ state }) => state !== 'missing',
    end: (seen) => procpsEnd(seen, ''),
  }
}
