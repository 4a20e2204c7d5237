import type { Imitation, Plan, Run, WantedFact } from '../../../src/adapter.js'
import { formatLsof } from '../format/formatter.js'
import { endOf } from './end.js'
import { isListed } from './listed.js'
import type { LsofOptions } from './options.js'
import { readOptions } from './read-options.js'
import { refuseOption, usage } from './refuse.js'
import { rowCounter } from './row-counter.js'
import { readWords } from './words.js'

/** How runs of lsof 4.93.2 to 4.99.7 on mapped files are imitated: `lsof -a -p PID -d mem,txt,DEL`, and `lsof -d mem`. */
export const lsofImitation: Imitation = {
  versions: ['4.93.2', '4.95.0', '4.96.0', '4.98.0', '4.99.0', '4.99.4', '4.99.7'],
  plan,
  print: formatLsof,
}

function plan(run: Run): Plan {
  const { words, version } = run
  const { options, names } = readWords(words)
  for (const option of options) refuseOption(option, version)
  if (names.length > 0) throw usage(`${names[0]} selects by the name of a file`)
  const asked = readOptions(words, version)
  const pids = processesOf(asked)
  const dialect = dialectOf(asked)
  const quiet = options.some(({ letter }) => letter === 'Q')
  const wants: readonly WantedFact[] = ['stats', 'locks']
  return {
    processes: pids,
    reads: 'maps',
    wants,
    dialect,
    selects: (seen) => isListed(seen, version) && !asked.excludedPids.includes(seen.pid),
    end: (seen, printed) => endOf(asked, { seen, printed, quiet, version, rowsOf: rowCounter(run, dialect) }),
  }
}

/** The pids asked for, each once and in order, as lsof sorts them; `all` where only `-d` selects. */
function processesOf({ pids, excludedPids, descriptors, and, tasks }: LsofOptions): readonly number[] | 'all' {
  if (descriptors === undefined) throw usage('without -d open files are listed, too')
  const both = pids.find((pid) => excludedPids.includes(pid))
  if (both !== undefined) throw usage(`lsof: PID ${both} has been included and excluded.`)
  if (tasks) throw usage('-K lists threads, which are not imitated')
  if (pids.length > 0 && !and) throw usage('without -a lsof lists what any one of its options selects')
  return pids.length === 0 ? 'all' : [...new Set(pids)].sort((a, b) => a - b)
}

function dialectOf({ json, fields, nul }: LsofOptions): string {
  if (json !== undefined) return json === 'document' ? 'json' : 'jsonl'
  if (fields === undefined) return 'table'
  return nul ? 'fields0' : 'fields'
}
