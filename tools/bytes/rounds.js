// Does the rounds of `npm run bytes`, in the mount namespace that run.js made, if it could: --frozen says so.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isThere, pidsIn } from '../../dist/src/capture/proc-root.js'
import { Toolbox } from '../../dist/src/capture/toolbox.js'
import { withProgress } from '../../dist/src/cli/progress.js'
import { hold } from './hold.js'
import { MODES, showsSharing } from './modes.js'
import { Tally } from './tally.js'

/** Share of the runs that may go to processes that moved or ended, in per cent. */
const TOLERATED = 5

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { frozen: { type: 'boolean' }, json: { type: 'boolean' }, locale: { type: 'string' } },
})
const [rounds, ...pids] = positionals.map(Number)
const toolbox = new Toolbox({}, {})
const versions = { lsof: await toolbox.version('lsof'), pmap: await toolbox.version('pmap') }
const options = { versions, locale: values.locale, freezes: values.frozen === true }
const modes = MODES.filter((mode) => versions[mode.tool] !== undefined && (options.freezes || !showsSharing(mode)))

const tally = new Tally()
const differences = []
const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
try {
  await withProgress((say) => allRounds(say))
} finally {
  rmSync(folder, { recursive: true })
}
const { sum } = tally
const share = (100 * (sum.moved + sum.ended)) / Math.max(1, sum.runs)
if (values.json)
  process.stdout.write(`${JSON.stringify({ ...options, sum, modes: tally.modes, differences }, null, 2)}\n`)
else process.stdout.write(text())
process.exitCode = sum.runs > 0 && sum.different === 0 && share < TOLERATED ? 0 : 1

async function allRounds(say) {
  for (let round = 1; round <= rounds; round++) {
    const all = pids.length > 0 ? pids : (pidsIn('/proc') ?? [])
    for (const [index, pid] of all.entries()) {
      // It ended while others were held.
      if (!isThere(pid, '', '/proc')) continue
      say(`round ${round} of ${rounds}: process ${index + 1} of ${all.length}, ${tally.sum.different} runs differ`)
      for (const { mode, came, where } of await hold(pid, modes, { ...options, folder })) {
        tally.add(mode, came)
        if (where === undefined) continue
        differences.push(where)
        if (!values.json) process.stdout.write(`${where}\n`)
      }
    }
  }
}

function text() {
  const { runs, equal, different, moved, ended } = sum
  const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version ?? 'is missing'}`)
  const left = options.freezes
    ? ''
    : 'Not frozen: that takes root. pmap -X and -XX were left out, because a running pmap changes them.\n'
  const counts = `${runs} runs: ${equal} equal, ${different} different, ${moved} moved, ${ended} ended (${share.toFixed(1)} %)`
  return `${tally}\n${left}${tools.join(', ')}, locale ${options.locale}, rounds: ${rounds}\n${counts}\n`
}
