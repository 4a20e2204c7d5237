import type { Seen } from '../../../src/adapter.js'
import { isListed } from './listed.js'
import type { LsofOptions } from './options.js'

const encoder = new TextEncoder()

/** What came of a run. */
interface Outcome {
  readonly seen: readonly Seen[]
  /** How many rows were printed, all processes together. */
  readonly printed: number
  /** How many rows a process has. */
  readonly rowsOf: (seen: Seen) => number
  /** `-Q`: nothing found is no failure. */
  readonly quiet: boolean
  readonly version: string
}

/** What lsof says of users without a name, and its exit status: 1 where a process that was asked for is not listed. */
export function endOf(asked: LsofOptions, outcome: Outcome): { readonly stderr: Uint8Array; readonly exit: number } {
  const { seen, printed, quiet, version } = outcome
  const listed = seen.filter((one) => isListed(one, version) && !asked.excludedPids.includes(one.pid))
  const lacking = asked.pids.some((pid) => !listed.some((one) => one.pid === pid))
  const empty = asked.json !== undefined && printed === 0
  return { stderr: encoder.encode(complaints(asked, listed, outcome)), exit: (lacking || empty) && !quiet ? 1 : 0 }
}

/** A line for each time that lsof looks for a user's name in vain: twice a row of the table, once a process with -F. */
function complaints(asked: LsofOptions, listed: readonly Seen[], { rowsOf }: Outcome): string {
  const { warnings, numericUsers, fields, json } = asked
  const named = fields === undefined || fields.has('L')
  if (!warnings || numericUsers || !named) return ''
  const byRow = fields === undefined && json === undefined
  const once = listed
    .filter(({ facts }) => facts.process?.uid !== undefined && facts.process.user === undefined)
    .map((one) => {
      const rows = rowsOf(one)
      const times = byRow ? rows : Math.min(rows, 1)
      return `lsof: no pwd entry for UID ${one.facts.process?.uid}\n`.repeat(times)
    })
    .join('')
  return byRow ? once + once : once
}
