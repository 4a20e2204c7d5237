#!/usr/bin/env node
// Holds what memmaps prints as lsof and as pmap against what the installed ones print, byte for byte, for every process of
// the machine: npm run bytes -- [ROUNDS [PID …]]. Exit status 1 when any byte differs. Processes that moved meanwhile are counted.
import { readdirSync, readFileSync } from 'node:fs'
import { execa } from 'execa'
import { adapters } from '../../dist/adapters/index.js'
import { Toolbox } from '../../dist/src/capture/toolbox.js'
import { imitateLive } from '../../dist/src/library/imitate.js'
import { withoutPss } from './without-pss.js'

const SELECT = ['-nP', '-a', '-d', 'mem,txt,DEL', '-p']
const PMAP = ['', '-x', '-d', '-X', '-XX', '-p', '-q', '-xp', '-dp', '-Xq', '-XXp']

/** Every way in which the tools are run; the pid comes last. */
const MODES = [
  { tool: 'lsof', words: SELECT },
  { tool: 'lsof', words: ['-F0', ...SELECT] },
  ...PMAP.map((option) => ({ tool: 'pmap', words: option === '' ? [] : [option] })),
]

const [rounds = '1', ...pids] = process.argv.slice(2)
const toolbox = new Toolbox({}, {})
const versions = { lsof: await toolbox.version('lsof'), pmap: await toolbox.version('pmap') }
const tally = { equal: 0, 'equal but for Pss': 0, different: 0, moved: 0 }
for (let round = 0; round < Number(rounds); round++) {
  for (const pid of pids.length > 0 ? pids : readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const mode of MODES) {
      const came = await hold(Number(pid), mode)
      if (came !== undefined) tally[came] += 1
    }
  }
}
const { different, moved } = tally
const sum = Object.values(tally).reduce((total, count) => total + count, 0)
const counts = Object.entries(tally).map(([what, count]) => `${count} ${what}`)
const share = ((100 * moved) / Math.max(1, sum)).toFixed(1)
process.stdout.write(`lsof ${versions.lsof}, pmap ${versions.pmap}: ${counts.join(', ')} (${share} %)\n`)
process.exitCode = different === 0 ? 0 : 1

/** Runs a tool on a process, and its imitation; nothing where the process ended. */
async function hold(pid, { tool, words }) {
  const all = [...words, String(pid)]
  const before = state(pid)
  if (before === undefined) return undefined
  const real = await execa(tool, all, {
    env: { LC_ALL: 'C' },
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    stdin: 'ignore',
  })
  const { stdout, exit } = imitateLive(adapters, tool, { words: all, version: versions[tool], locale: 'C' })
  const ours = Buffer.concat([...stdout])
  if (ours.equals(real.stdout) && exit === real.exitCode) return 'equal'
  const [theirs, own] = [real.stdout, ours].map((bytes) => withoutPss(Buffer.from(bytes).toString('latin1'), words))
  if (words.some((word) => word.startsWith('-X')) && theirs === own && exit === real.exitCode)
    return 'equal but for Pss'
  const after = state(pid)
  if (after === undefined) return undefined
  if (after !== before) return 'moved'
  process.stdout.write(
    `${tool} ${all.join(' ')}: exit ${real.exitCode} and ${exit}, ${firstDifference(real.stdout, ours)}\n`,
  )
  return 'different'
}

/** What the kernel says of a process; another text means that it moved. */
function state(pid) {
  try {
    return (
      readFileSync(`/proc/${pid}/maps`, 'latin1') +
      readFileSync(`/proc/${pid}/smaps`, 'latin1') +
      readFileSync(`/proc/${pid}/cmdline`)
    )
  } catch {
    return undefined
  }
}

function firstDifference(real, ours) {
  const lines = [real, ours].map((bytes) => Buffer.from(bytes).toString('latin1').split('\n'))
  const at = lines[0].findIndex((line, index) => line !== lines[1][index])
  return `line ${at + 1}\n  real ${JSON.stringify(lines[0][at]?.slice(0, 160))}\n  ours ${JSON.stringify(lines[1][at]?.slice(0, 160))}`
}
