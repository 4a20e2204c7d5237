import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { find, run } from './commands.js'

/**
 * How many system calls a whole command makes, its children's among them; undefined where strace is not installed.
 *
 * @param {import('./commands.js').Job} job
 * @param {string} folder
 * @returns {Promise<number | undefined>}
 */
export async function systemCalls({ argv, stdin }, folder) {
  const strace = find('strace')
  if (strace === undefined) return undefined
  const report = join(mkdtempSync(join(folder, 'strace-')), 'calls')
  await run([strace, '-f', '-c', '-qq', '-o', report, ...argv], stdin)
  return callsOf(readFileSync(report, 'latin1'))
}

/** The calls in the last line of strace's table: share, seconds, microseconds a call, calls, errors if any, `total`. */
function callsOf(table) {
  const total = /^ *\d+\.\d+ +\d+\.\d+ +\d+ +(\d+).* total$/m.exec(table)
  return total === null ? undefined : Number(total[1])
}
