import { interleave } from './rounds.js'
import { summary } from './statistics.js'
import { systemCalls } from './system-calls.js'

/** A command that takes longer is not run once more to count its system calls, which slows it down many times. */
const MOST_MS = 6_000

/**
 * Whole commands, start and end of their processes included; the first is what the others are compared with.
 *
 * @param {{ name: string, title: string }} about
 * @param {readonly import('./commands.js').Job[]} jobs
 * @param {{ rounds: number }} counts
 * @param {string} folder
 * @returns {Promise<import('./sections.js').Section>}
 */
export async function whole(about, jobs, { rounds }, folder) {
  const runnable = jobs.filter(({ missing }) => missing === undefined)
  const samples = await interleave(runnable, { warmup: 1, rounds })
  const rows = []
  for (const job of jobs) {
    const own = samples[runnable.indexOf(job)]
    if (own === undefined) rows.push({ name: job.name, walls: [], skipped: job.missing })
    else {
      const failed = own.find((sample) => sample.failed)?.failed
      const walls = own.map(({ wall }) => wall)
      const calls = summary(walls).median < MOST_MS ? await systemCalls(job, folder) : undefined
      rows.push({ name: job.name, walls, failed, remark: failed, calls })
    }
  }
  return { ...about, rows }
}
