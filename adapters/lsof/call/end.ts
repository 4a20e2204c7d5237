import type { Run, Seen } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import { escaped } from './answer.js'
import { NO_MATCH } from './commands.js'
import type { LsofOptions } from './options.js'
import { usage } from './refuse.js'

/** What came of a run. */
export interface Outcome {
  readonly seen: readonly Seen[]
  /** How many rows were printed, all processes together. */
  readonly printed: number
  /** How many rows a process has. */
  readonly rowsOf: (seen: Seen) => number
}

/** A line for each time that lsof looks for a user's name in vain: twice a row of the table, once a process with -F. */
export function namelessUsers(asked: LsofOptions, { seen, rowsOf }: Outcome): string {
  const { warnings, numericUsers, fields, json, tasks } = asked
  const named = fields === undefined || fields.has('L')
  if (!warnings || numericUsers || !named) return ''
  const byRow = fields === undefined && json === undefined
  const once = seen
    .filter(({ facts }) => facts.process?.uid !== undefined && facts.process.user === undefined)
    .map((one) => {
      const rows = rowsOf(one)
      const times = (byRow ? rows : Math.min(rows, 1)) * (tasks ? (one.facts.tasks?.length ?? 1) : 1)
      return `lsof: no pwd entry for UID ${one.facts.process?.uid}\n`.repeat(times)
    })
    .join('')
  return byRow ? once + once : once
}

/** What -V says of what was not found. Throws a MemmapsError where lsof prints memory that it has given back. */
export function missingText(missing: readonly string[], run: Run): Uint8Array {
  if (!isBefore(run.version, '4.99.0') && missing.some((line) => line.startsWith(NO_MATCH))) {
    throw usage(`lsof ${run.version} -V prints any bytes for an expression that no command matches`)
  }
  const lines = missing.map((line) => `lsof: ${line}`)
  return escaped(lines, run)
}
