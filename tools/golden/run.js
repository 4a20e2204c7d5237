#!/usr/bin/env node
// Keeps the golden folder: node tools/golden/run.js add|accept|lint (after npm run build).
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { adapters } from '../../dist/adapters/index.js'
import { captureFolders } from '../../dist/src/golden/captures.js'
import { aboutOf, aboutPath, caseAt, casePlaces, KINDS } from '../../dist/src/golden/cases.js'
import { describe, readCase } from '../../dist/tools/golden/cases.js'
import { lint } from '../../dist/tools/golden/lint.js'
import { writeReadings } from '../../dist/tools/golden/readings.js'

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url))

const USAGE = `usage: node tools/golden/run.js COMMAND

  add ADAPTER/KIND/NAME TEXT --about SENTENCE [--source captured|hand-made|damaged] [--kernel K] [--arch A]
      [--tool T] [--version V] [--dialect D] [--flag F …]
                       makes a case of a text and prints how it is read, for you to review
  accept [ADAPTER/KIND/NAME | captures/KERNEL-ARCH/PROCESS …]
                       writes how these cases and captures (or all) are read now as what is expected; then read the
                       diff; of a capture it shows the first line that is another one
  lint                 says what is wrong with the folder itself
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    about: { type: 'string' },
    source: { type: 'string', default: 'captured' },
    kernel: { type: 'string' },
    arch: { type: 'string' },
    tool: { type: 'string' },
    version: { type: 'string' },
    dialect: { type: 'string' },
    flag: { type: 'string', multiple: true, default: [] },
  },
})
const [command, ...rest] = positionals

try {
  if (command === 'add' && rest.length === 2 && values.about !== undefined) add(rest[0], rest[1])
  else if (command === 'accept') accept(rest)
  else if (command === 'lint' && rest.length === 0) report(lint(GOLDEN))
  else {
    process.stderr.write(USAGE)
    process.exitCode = 2
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

/**
 * @param {string} place
 * @param {string} text
 */
function add(place, text) {
  const [adapter, kind, name, ...more] = place.split('/')
  const known = adapters.map((one) => one.name)
  if (!known.includes(adapter)) throw new Error(`${place}: the adapter is one of ${known.join(', ')}`)
  if (!KINDS.includes(kind)) throw new Error(`${place}: the kind is one of ${KINDS.join(', ')}`)
  if (name === undefined || more.length > 0) throw new Error(`${place} is not ADAPTER/KIND/NAME`)
  if (existsSync(join(GOLDEN, `${place}.txt`))) throw new Error(`golden/${place}.txt is there already`)
  mkdirSync(join(GOLDEN, adapter, kind), { recursive: true })
  copyFileSync(text, join(GOLDEN, `${place}.txt`))
  const { flag, ...facts } = values
  writeFileSync(join(GOLDEN, `${place}.json`), describe({ ...facts, flags: flag }))
  accept([place])
  process.stdout.write(readFileSync(join(GOLDEN, `${place}.json`)))
  report(lint(GOLDEN))
}

/** @param {string[]} places */
function accept(places) {
  const named = (one) => `${one.adapter}/${one.kind}/${one.name}`
  const [cases, captures] = [casePlaces({ folder: GOLDEN }), captureFolders(GOLDEN)]
  const known = new Set([...cases.map(named), ...captures.map(({ name }) => name)])
  for (const place of places) if (!known.has(place)) throw new Error(`there is no case and no capture ${place}`)
  const wanted = (place) => places.length === 0 || places.includes(place)
  for (const one of cases) {
    if (!wanted(named(one)) || !existsSync(aboutPath(one.path))) continue
    const { expect: _, ...about } = aboutOf(one.path)
    const expect = one.kind === 'either' ? undefined : readCase(caseAt(one))
    writeFileSync(aboutPath(one.path), describe({ ...about, expect }))
  }
  for (const { name, path } of captures) {
    if (!wanted(name)) continue
    const difference = telling(name, () => writeReadings(path))
    if (difference === undefined) continue
    const { text, before = '', now = '' } = difference
    process.stdout.write(`golden/${name}/${text ?? ''}\n- ${before}\n+ ${now}\n`)
  }
}

/**
 * Does something to a capture; what goes wrong is told with its name.
 * @template T
 * @param {string} name
 * @param {() => T} deed
 * @returns {T}
 */
function telling(name, deed) {
  try {
    return deed()
  } catch (error) {
    throw new Error(`golden/${name}/${error.message}`)
  }
}

/** @param {string[]} faults */
function report(faults) {
  for (const fault of faults) process.stdout.write(`golden/${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}
