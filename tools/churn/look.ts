import { execa } from 'execa'
import { capture } from '../../src/library/capture.js'
import { compare } from '../../src/library/of-snapshot.js'
import { USUAL_VIEWS } from '../../src/library/snapshot-views.js'
import { MemmapsError } from '../../src/report/errors.js'
import type { Churner } from './processes.js'

/** How a process is looked at: through the library, with the process stopped meanwhile, or by the real command. */
export const WAYS = ['library', 'frozen', 'command'] as const
export type Way = (typeof WAYS)[number]

/** What a look gave: a verdict, or the code of the error that kept it from one; with what it goes by, where it disagrees. */
export interface Look {
  readonly verdict: string
  readonly evidence?: string
}

/** Looks at a process once. */
export async function look({ pid }: Churner, way: Way, command: string): Promise<Look> {
  return way === 'command' ? byCommand(pid, command) : byLibrary(pid, way === 'frozen')
}

async function byLibrary(pid: number, freeze: boolean): Promise<Look> {
  try {
    const snapshot = await capture(pid, { views: USUAL_VIEWS.split(','), freeze, retries: 1 })
    const { verdict, pairs, contradictions, sums, views } = compare(snapshot)
    if (verdict !== 'disagree') return { verdict }
    const differing = pairs.filter(({ differences }) => differences.length > 0)
    const rows = differing.map(({ richer, other, differences }) => ({
      richer: `${views[richer]?.adapter}:${views[richer]?.dialect}`,
      other: `${views[other]?.adapter}:${views[other]?.dialect}`,
      differences: differences.map(({ row, actualRow, ...difference }) => ({
        ...difference,
        region: row === undefined ? undefined : views[richer]?.table.at(row),
        shown: actualRow === undefined ? undefined : views[other]?.table.at(actualRow),
      })),
    }))
    return { verdict, evidence: JSON.stringify({ rows, contradictions, findings: sums.findings }, plain) }
  } catch (error) {
    if (error instanceof MemmapsError) return { verdict: `error: ${error.code}` }
    throw error
  }
}

async function byCommand(pid: number, command: string): Promise<Look> {
  const words = [command, 'compare', String(pid), '--json', '--retries', '1']
  const { stdout, stderr } = await execa(process.execPath, words, { reject: false })
  try {
    const { verdict } = JSON.parse(stdout) as { verdict: string }
    return verdict === 'disagree' ? { verdict, evidence: stdout } : { verdict }
  } catch {
    return { verdict: `error: ${stderr.split('\n')[0]}`.replaceAll(/\d+/g, 'N') }
  }
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `0x${value.toString(16)}` : value
}
