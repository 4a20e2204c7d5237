#!/usr/bin/env node
// Holds what memmaps prints as lsof and as pmap against what the installed ones print, byte for byte, for every process of
// the machine: npm run bytes -- [ROUNDS [PID …]]. Exit status 1 when any byte differs. Processes that moved meanwhile are counted.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { adapters } from '../../dist/adapters/index.js'
import { Toolbox } from '../../dist/src/capture/toolbox.js'
import { imitateLive } from '../../dist/src/library/imitate.js'

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

/** Only root may bind one file over another. */
const FREEZES = process.getuid() === 0

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
const tally = { equal: 0, different: 0, moved: 0 }
const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
for (let round = 0; round < Number(rounds); round++) {
  for (const pid of pids.length > 0 ? pids : readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const mode of MODES) {
      const came = await hold(Number(pid), mode)
      if (came !== undefined) tally[came] += 1
    }
  }
}
rmSync(folder, { recursive: true })
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
  const reads = tool === 'pmap' && words.some((word) => /^-.*[xX]/.test(word)) ? 'smaps' : 'maps'
  const [real, ours] = reads === 'smaps' && FREEZES ? await frozenRuns(pid, tool, all) : await runs(tool, all)
  if (Buffer.from(ours.stdout).equals(real.stdout) && ours.exit === real.exit) return 'equal'
  const after = state(pid)
  if (after === undefined) return undefined
  if (after !== before) return 'moved'
  process.stdout.write(
    `${tool} ${all.join(' ')}: exit ${real.exit} and ${ours.exit}, ${firstDifference(real.stdout, ours.stdout)}\n`,
  )
  return 'different'
}

/** Both on the process as it is. */
async function runs(tool, words) {
  const real = await run(tool, words)
  const { stdout, exit } = imitateLive(adapters, tool, { words, version: versions[tool], locale: 'C' })
  return [real, { stdout: Buffer.concat([...stdout]), exit }]
}

/**
 * Both on one copy of smaps, bound over the process's own in a mount namespace of theirs: a running tool maps libraries itself, so
 * that Pss, and what is shared and what private, would be others a moment later.
 */
async function frozenRuns(pid, tool, words) {
  const copy = join(folder, 'smaps')
  writeFileSync(copy, readFileSync(`/proc/${pid}/smaps`))
  const script = 'mount --bind "$1" "/proc/$2/smaps" && shift 2 && exec "$@"'
  const inside = (...command) => run('unshare', ['-m', 'sh', '-c', script, 'sh', copy, String(pid), ...command])
  const real = await inside(tool, ...words)
  return [real, await inside(process.execPath, MAIN, tool, '--as', versions[tool], ...words)]
}

async function run(command, words) {
  const { stdout, exitCode } = await execa(command, words, {
    env: { LC_ALL: 'C' },
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    stdin: 'ignore',
  })
  return { stdout, exit: exitCode }
}

/** What the kernel says of a process; another text means that it moved. */
function state(pid) {
  try {
    return ['maps', 'smaps', 'cmdline', 'comm'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')).join('')
  } catch {
    return undefined
  }
}

function firstDifference(real, ours) {
  const lines = [real, ours].map((bytes) => Buffer.from(bytes).toString('latin1').split('\n'))
  const at = lines[0].findIndex((line, index) => line !== lines[1][index])
  return `line ${at + 1}\n  real ${JSON.stringify(lines[0][at]?.slice(0, 160))}\n  ours ${JSON.stringify(lines[1][at]?.slice(0, 160))}`
}
