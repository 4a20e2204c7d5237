import type { Answer, Imitation, Plan, Run, WantedFact } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { formatLsof } from '../format/formatter.js'
import { answerOf } from './answer.js'
import { warningsOf } from './complaints.js'
import { missingText, namelessUsers } from './end.js'
import type { LsofOptions } from './options.js'
import { pidsAsked } from './pids-asked.js'
import { readOptions } from './read-options.js'
import { refuseOtherFiles, refuseWords } from './refuse.js'
import { rowCounter } from './row-counter.js'
import { Search } from './search.js'
import { readSelection, type Selection } from './selection.js'
import { readWords } from './words.js'

const encoder = new TextEncoder()

/** How runs of lsof 4.93.2 to 4.99.7 on mapped files are imitated: `lsof -a -p PID -d mem,txt,DEL`, and `lsof -d mem`. */
export const lsofImitation: Imitation = {
  versions: ['4.93.2', '4.95.0', '4.96.0', '4.98.0', '4.99.0', '4.99.4', '4.99.7'],
  plan,
  pidsAsked,
  print: formatLsof,
}

function plan(run: Run): Plan | Answer {
  const { version } = run
  const words = readWords(run.words, version)
  const answer = answerOf(words, run)
  if (answer !== undefined) return answer
  refuseWords(words)
  const asked = readOptions(run.words, version)
  const selection = readSelection(words.options)
  refuseOtherFiles(asked, selection)
  const dialect = dialectOf(asked)
  const quiet = words.options.some(({ letter }) => letter === 'Q')
  const search = new Search(selection, version)
  return {
    processes: processesOf(selection),
    reads: 'maps',
    wants: wantsOf(asked, version),
    dialect,
    selects: (seen) => search.selects(seen),
    end: (seen, printed) => {
      const listed = seen.filter((one) => search.selects(one))
      const nothing = asked.json !== undefined && printed === 0
      const nameless = namelessUsers(asked, { seen: listed, printed, rowsOf: rowCounter(run, dialect) })
      const warnings = warningsOf(words.options).map((line) => `lsof: ${line}\n`)
      const missing = search.missing(seen)
      const verbose = words.options.some(({ letter }) => letter === 'V')
      return {
        ...(verbose ? { stdout: missingText(missing, run) } : {}),
        stderr: encoder.encode(warnings.join('') + nameless),
        exit: (missing.length > 0 || nothing) && !quiet ? 1 : 0,
      }
    },
  }
}

/**
 * The processes that lsof looks at, each once and by its pid: those asked for, or all. With users and groups it is all, for one
 * that belongs to a process which was not asked for counts as found.
 */
function processesOf({ pids, groups, users }: Selection): readonly number[] | 'all' {
  const others = [...groups.included, ...users.included, ...users.excluded]
  if (pids.included.length === 0 || others.length > 0) return 'all'
  return pids.included.toSorted((a, b) => a - b)
}

/** The facts that a run depends on: up to 4.97 an empty command was taken from the process before, since 4.96 sockets are told. */
function wantsOf({ tasks }: LsofOptions, version: string): readonly WantedFact[] {
  return [
    'stats',
    'locks',
    ...(tasks ? ['tasks' as const] : []),
    ...(isBefore(version, '4.98.0') ? ['statBefore' as const] : []),
    ...(isBefore(version, '4.96.0') ? [] : ['packetSockets' as const]),
  ]
}

function dialectOf({ json, fields, nul }: LsofOptions): string {
  if (json !== undefined) return json === 'document' ? 'json' : 'jsonl'
  if (fields === undefined) return 'table'
  return nul ? 'fields0' : 'fields'
}
