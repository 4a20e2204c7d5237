import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url))

/**
 * Starts a worker for a contender.
 *
 * @param {string} name
 * @param {object} input
 * @returns {Promise<{ ask: (what: 'time' | 'memory') => Promise<any>, stop: () => void }>}
 */
export async function startWorker(name, input) {
  const child = fork(WORKER, [name, JSON.stringify(input)], { execArgv: ['--expose-gc'] })
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => {
        child.off('exit', reject)
        resolve(message)
      })
      child.once('exit', reject)
    })
  await answer()
  return {
    ask: (what) => {
      child.send(what)
      return answer()
    },
    stop: () => child.disconnect(),
  }
}

/**
 * Times several jobs in turns, so that what slows the machine down for a while slows them all.
 *
 * @template T
 * @param {readonly (() => Promise<T>)[]} jobs
 * @param {{ warmup: number, rounds: number }} counts
 * @returns {Promise<T[][]>} by job, one sample a round
 */
export async function interleave(jobs, { warmup, rounds }) {
  const samples = jobs.map(() => [])
  for (let round = -warmup; round < rounds; round++) {
    for (const [i, job] of jobs.entries()) {
      const sample = await job()
      if (round >= 0) samples[i].push(sample)
    }
  }
  return samples
}
