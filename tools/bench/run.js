#!/usr/bin/env node
// Measures speed and memory: npm run bench -- [--quick] [--only SECTION …] [--json]. README.md says how to read it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { goals } from './goals.js'
import { machine } from './machine.js'
import { compileReference } from './reference.js'
import { sections } from './sections.js'
import { goalsText, sectionText } from './table.js'

const FULL = {
  rounds: 7,
  warmup: 3,
  commandRounds: 5,
  lines: 1_000_000,
  regions: 200_000,
  mappings: 64_000,
  files: 32_000,
}
const QUICK = { rounds: 3, warmup: 2, commandRounds: 2, lines: 100_000, regions: 20_000, mappings: 8_000, files: 4_000 }

const USAGE = `usage: npm run bench -- [OPTION …]

  --only SECTION   measures only this; may be repeated: ${Object.keys(sections).join(', ')}
  --quick          small inputs and few rounds: shows that everything runs, not how fast
  --json           prints every sample as JSON
  --rounds N, --warmup N, --lines N, --regions N, --mappings N, --files N
                   without them: ${FULL.rounds}, ${FULL.warmup}, ${FULL.lines}, ${FULL.regions}, ${FULL.mappings}, ${FULL.files}
`

const counted = Object.fromEntries(
  ['rounds', 'warmup', 'lines', 'regions', 'mappings', 'files'].map((name) => [name, { type: 'string' }]),
)
const options = readOptions()
const names = options.only ?? Object.keys(sections)
const folder = mkdtempSync(join(tmpdir(), 'memmaps-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(2))

compileReference()
const before = machine()
const results = []
if (!options.json)
  process.stdout.write(
    `${Object.entries(before)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ')}\n`,
  )
for (const name of names) {
  const result = await sections[name](options.counts, folder)
  results.push(result)
  if (!options.json) process.stdout.write(`\n${sectionText(result)}\n`)
}
const reached = goals(results)
if (options.json) {
  process.stdout.write(
    `${JSON.stringify({ machine: before, counts: options.counts, sections: results, goals: reached }, null, 2)}\n`,
  )
} else if (reached.length > 0) {
  process.stdout.write(`\n${goalsText(reached)}\n`)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        ...counted,
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) usage(0, USAGE)
    const unknown = values.only?.find((name) => !Object.hasOwn(sections, name))
    if (unknown !== undefined) usage(2, `bench: there is no section ${unknown}\n${USAGE}`)
    const counts = { ...(values.quick ? QUICK : FULL) }
    for (const name of Object.keys(counted)) {
      if (values[name] === undefined) continue
      if (!/^\d{1,9}$/.test(values[name])) usage(2, `bench: --${name} takes a number, not ${values[name]}\n`)
      counts[name] = Math.max(Number(values[name]), name === 'warmup' ? 0 : 1)
    }
    return { ...values, counts }
  } catch (error) {
    return usage(2, `bench: ${error.message}\n${USAGE}`)
  }
}

function usage(status, text) {
  process[status === 0 ? 'stdout' : 'stderr'].write(text)
  process.exit(status)
}
