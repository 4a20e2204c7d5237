import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url))

/** A job that is not needed in every round stops when it has worked for this long, if it has as many samples. */
const LONG_MS = 3_000
const ENOUGH = 3

/**
 * Starts a worker for a contender.
 *
 * @param {string} name
 * @param {import('./contenders.js').Input} input
 * @param {'time' | 'count'} purpose
 * @returns {Promise<{ pid: number, ask: (what: 'nothing' | 'time' | 'memory' | 'allocated') => Promise<any>, stop: () => void }>}
 */
export async function startWorker(name, input, purpose) {
  const child = fork(WORKER, [name, JSON.stringify(input), purpose], { execArgv: ['--expose-gc'] })
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = (status) => reject(new Error(`the worker of ${name} ended with status ${status}`))
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message)
      })
      child.once('exit', ended)
    })
  await answer()
  return {
    pid: child.pid,
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
 * @template {{ wall: number }} T
 * @param {readonly { run: () => Promise<T>, needed?: boolean, isOnce?: boolean }[]} jobs
 * @param {{ warmup: number, rounds: number }} counts
 * @returns {Promise<T[][]>} by job, one sample a round; of a slow one that is not needed, the first rounds only
 */
export async function interleave(jobs, { warmup, rounds }) {
  const samples = jobs.map(() => [])
  const spent = jobs.map(() => 0)
  for (let round = -warmup; round < rounds; round++) {
    for (const [i, { run, needed = false, isOnce = false }] of jobs.entries()) {
      const isWarm = isOnce || spent[i] > LONG_MS / 2
      const isDone = isOnce ? samples[i].length > 0 : !needed && spent[i] > LONG_MS && samples[i].length >= ENOUGH
      if (round < 0 ? isWarm : isDone) continue
      const sample = await run()
      spent[i] += sample.wall
      if (round >= 0) samples[i].push(sample)
    }
  }
  return samples
}

/**
 * How many calls of read one working takes, beyond what the question itself takes.
 *
 * @param {{ pid: number, ask: (what: string) => Promise<unknown> }} worker
 * @param {boolean} readsTwice true where it reads once more, to time only that
 * @returns {Promise<number>}
 */
export async function readsOf({ pid, ask }, readsTwice) {
  const during = async (what) => {
    const before = readCalls(pid)
    await ask(what)
    return readCalls(pid) - before
  }
  const calls = (await during('time')) - (await during('nothing'))
  return readsTwice ? calls / 2 : calls
}

function readCalls(pid) {
  return Number(/syscr: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'latin1'))[1])
}
