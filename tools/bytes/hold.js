import { adapters } from '../../dist/adapters/index.js'
import { isThere } from '../../dist/src/capture/proc-root.js'
import { imitateLive } from '../../dist/src/library/imitate.js'
import { firstDifference } from './difference.js'
import { freeze, thaw } from './freeze.js'
import { nameOf } from './modes.js'
import { runReal } from './real.js'

/**
 * Holds every mode's bytes and exit status against the installed tool's on one process. Ours are made before; where they are
 * not the real ones, they are made again, and a process of which they then say something else moved.
 *
 * @param {number} pid
 * @param {readonly { tool: string, words: readonly string[] }[]} modes
 * @param {{ folder: string, locale: 'C' | 'UTF-8', versions: Record<string, string>, freezes: boolean }} options
 * @returns {Promise<{ mode: string, came: 'equal' | 'different' | 'moved' | 'ended', where?: string }[]>}
 */
export async function hold(pid, modes, options) {
  const frozen = options.freezes ? await freeze(pid, options.folder) : []
  try {
    const before = []
    for (const mode of modes) before.push(await ourRun(pid, mode, options))
    const real = await runReal(pid, modes, options)
    const held = []
    for (const [index, mode] of modes.entries()) {
      const came = await verdict(real[index], before[index], () => ourRun(pid, mode, options))
      const where = came === 'different' ? { where: difference(pid, mode, real[index], before[index]) } : {}
      held.push({ mode: nameOf(mode), came, ...where })
    }
    return isThere(pid, '', '/proc') ? held : held.map(({ mode }) => ({ mode, came: 'ended' }))
  } finally {
    await thaw(pid, frozen)
  }
}

async function verdict(real, ours, again) {
  if (isSame(real, ours)) return 'equal'
  return isSame(ours, await again()) ? 'different' : 'moved'
}

function isSame(one, other) {
  return one.exit === other.exit && one.stdout.equals(other.stdout) && one.stderr.equals(other.stderr)
}

/** What memmaps prints; what keeps it from that is its stderr. */
async function ourRun(pid, { tool, words }, { versions, locale }) {
  try {
    const run = { words: [...words, String(pid)], version: versions[tool], locale }
    const { stdout, stderr, exit } = await imitateLive(adapters, tool, run)
    return { stdout: Buffer.concat([...stdout]), stderr: Buffer.from(stderr), exit }
  } catch (error) {
    return { stdout: Buffer.alloc(0), stderr: Buffer.from(`memmaps: ${error.message}\n`), exit: 2 }
  }
}

function difference(pid, mode, real, ours) {
  const said = []
  if (real.exit !== ours.exit) said.push(`exit ${real.exit}, ours ${ours.exit}`)
  for (const stream of ['stdout', 'stderr'])
    if (!real[stream].equals(ours[stream])) said.push(`${stream} ${firstDifference(real[stream], ours[stream])}`)
  return `${nameOf(mode)} ${pid}: ${said.join('\n  ')}`
}
