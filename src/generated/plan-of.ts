import { adapters } from '../../adapters/index.js'
import type { Plan, Run } from '../adapter.js'
import { imitationOf, isPlan } from '../ops/imitate.js'
import { MemmapsError } from '../report/errors.js'

/** What a tool does when it is run so about processes. */
export function planOf(tool: 'lsof' | 'pmap', run: Run): Plan {
  const [, suse] = /^(suse|opensuse)-/.exec(run.version) ?? []
  if (suse !== undefined) return planOfSuse(run.words.includes('-d') ? `${suse}-d` : suse)
  const plan = imitationOf(adapters, tool).imitation.plan(run)
  if (!isPlan(plan)) throw new MemmapsError('internal', `${tool} ${run.words.join(' ')} is about no process`)
  return plan
}

/** The programs of SUSE are not imitated: of their runs no more is known than how a block of rows looks. */
function planOfSuse(dialect: string): Plan {
  return { processes: 'all', reads: 'smaps', wants: [], dialect, end: () => ({ exit: 0 }) }
}
