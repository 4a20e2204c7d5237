import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { convert, parse } from '../../dist/src/core.js'
import { freeze } from '../bytes/freeze.js'

/**
 * Runs a tool on a process whose maps and smaps are the given text: bound over its files, in a mount namespace that must be
 * this process's own (`unshare -m`). Gives the regions of what the tool prints, as memmaps reads it.
 *
 * @param {Uint8Array} text
 * @param {string} format what the tool prints, as memmaps names it: `pmap:X`
 * @param {(pid: string) => string[]} argv
 * @returns {Promise<Record<string, unknown>[]>}
 */
export async function regionsOf(text, format, argv) {
  const folder = mkdtempSync(join(tmpdir(), 'bound-'))
  // Ends by itself when this process does: its input is a pipe.
  const held = execa('cat', { reject: false })
  try {
    const frozen = await freeze(Number(held.pid), folder, { maps: text, smaps: text })
    if (!frozen.includes('smaps')) throw new Error('no file can be bound over one of /proc: this needs root')
    return regionsIn(await printedBy(argv(String(held.pid))), format)
  } finally {
    held.kill()
    rmSync(folder, { recursive: true })
  }
}

/**
 * Prints the regions; ends as the tool ended, where that was not well.
 *
 * @param {() => Promise<Record<string, unknown>[]>} regions
 */
export async function decode(regions) {
  try {
    process.stdout.write(JSON.stringify({ regions: await regions() }))
  } catch (problem) {
    process.stderr.write(problem.stderr ?? `${problem.stack}\n`)
    process.exitCode = problem.exitCode === 1 ? 1 : 70
  }
}

/** A tool that finds nothing to print may say so with its status alone. */
async function printedBy([file = '', ...args]) {
  const env = { LC_ALL: 'C.UTF-8' }
  const result = await execa(file, args, { env, encoding: 'buffer', reject: false })
  if (result.failed && (result.exitCode !== 1 || result.stderr.length > 0)) throw result
  return result.stdout
}

/** Findings about the tool's rows are ours, not the tool's: they are left out, and so are rows that say nothing of memory. */
function regionsIn(printed, from) {
  const said = JSON.parse(convert(parse(printed, { from, asPrinted: true }), 'json').toString())
  return (said.views ?? [said]).flatMap(({ regions }) => regions)
}

/**
 * Perms of a listing whose last letter tells shared from not shared alone: there, `p` is our reading.
 *
 * @param {Record<string, any>} region
 * @returns {Record<string, any>}
 */
export function privateUnsaid({ perms, ...rest }) {
  return { ...rest, perms: perms.replace(/p$/, '?') }
}
