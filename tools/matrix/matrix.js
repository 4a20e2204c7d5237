// Does what run.js tells, in the mount namespace that it made, if it could: --frozen says so.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { execa } from 'execa'
import { freeze, thaw } from '../bytes/freeze.js'
import { hold } from './hold.js'
import { live, synthetic } from './inputs.js'
import { Report } from './report.js'
import { startSpecimen } from './specimen.js'
import { callsOf, SUITES } from './suites.js'
import { toolsOf } from './tools.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { frozen: { type: 'boolean' }, tool: { type: 'string' }, input: { type: 'string', default: '' } },
})

const tools = new Map()
for (const suite of SUITES.filter(({ suite }) => positionals.length === 0 || positionals.includes(suite))) {
  for (const tool of await toolsOf(suite)) {
    if (tool.program === (values.tool ?? tool.program)) tools.set(`${tool.program} ${tool.version}`, tool)
  }
}
const report = new Report([...tools.keys()])
const folder = mkdtempSync(join(tmpdir(), 'memmaps-matrix-'))
const specimen = await startSpecimen()
const sleeper = execa('sleep', ['infinity'], { reject: false })
try {
  if (!specimen.isTricky) report.say('no cc: the specimen in Perl is used')
  else report.say(`${specimen.refused.length} mappings are refused by this kernel: ${specimen.refused.join(', ')}`)
  const inputs = inputsOf().filter(({ name }) => name.includes(values.input))
  for (const [at, input] of inputs.entries()) {
    process.stderr.write(`matrix: ${at + 1} of ${inputs.length}: ${input.name}\n`)
    await holdAll(input)
  }
} finally {
  sleeper.kill()
  await specimen.end()
  rmSync(folder, { recursive: true })
}
process.exitCode = report.end() ? 0 : 1

function inputsOf() {
  const { pid, children } = specimen
  const lives = [live('specimen', [pid]), ...(children.length > 0 ? [live('children', children)] : [])]
  const texts = synthetic(sleeper.pid)
  if (values.frozen) return [...lives, ...texts]
  report.say(`${texts.length} hand-made texts are left out: they are bound over files of /proc, which takes root`)
  return lives
}

/** Runs every call of every tool on an input that stands still meanwhile. */
async function holdAll(input) {
  const bound = []
  try {
    for (const [at, pid] of input.pids.entries()) {
      const place = join(folder, String(pid))
      mkdirSync(place, { recursive: true })
      if (values.frozen) bound.push([pid, await freeze(pid, place, input.texts[at])])
    }
    await runAll(input)
  } finally {
    for (const [pid, names] of bound) await thaw(pid, names)
  }
}

/** Two at a time. */
async function runAll(input) {
  const calls = [...tools].flatMap(([key, tool]) =>
    callsOf(tool.program, tool.version, input).map((call) => ({ key, tool, call })),
  )
  const worker = async () => {
    for (let next = calls.shift(); next !== undefined; next = calls.shift()) {
      report.add(input, next, await hold(next.tool, next.call, input))
    }
  }
  await Promise.all([worker(), worker()])
}
