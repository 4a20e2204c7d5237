#!/usr/bin/env node
// Measures speed and memory beside other tools: npm run bench -- [OPTION …]. README.md says how to read it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goals } from './goals.js'
import { machine } from './machine.js'
import { readOptions } from './options.js'
import { costPlot } from './plot.js'
import { compileReference } from './reference.js'
import { resultsText } from './results.js'
import { sections } from './sections.js'
import { goalsText, sectionText } from './table.js'

const options = readOptions(process.argv.slice(2), Object.keys(sections))
const { counts, json, quick: isQuick } = options
const names = options.only ?? Object.keys(sections)
const folder = mkdtempSync(join(tmpdir(), 'memmaps-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(2))

const say = (text) => json || process.stdout.write(`${text}\n`)
compileReference()
const before = machine()
for (const [name, value] of Object.entries(before)) say(`${name} ${value}`)
const results = []
const began = performance.now()
for (const name of names) {
  const from = performance.now()
  for (const result of [await sections[name](counts, folder)].flat()) {
    results.push(result)
    say(`\n${sectionText(result)}`)
  }
  say(`\n(${name} took ${((performance.now() - from) / 1e3).toFixed(0)} s)`)
}
before.seconds = Math.round((performance.now() - began) / 1e3)
const reached = goals(results)
if (json)
  process.stdout.write(`${JSON.stringify({ machine: before, counts, sections: results, goals: reached }, null, 2)}\n`)
if (reached.length > 0) say(`\n${goalsText(reached)}`)
if (isQuick) say('\nA quick run: the inputs were smaller than the goals say, and nothing is met or missed by it.')
if (options.out !== undefined) await write(options.out)

async function write(out) {
  mkdirSync(out, { recursive: true })
  const path = fileURLToPath(new URL('FLOORS.md', import.meta.url))
  const notes = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const text = resultsText({ machine: before, sections: results, goals: reached, notes, isQuick })
  writeFileSync(join(out, 'RESULTS.md'), text)
  const cost = results.find(({ name }) => name === 'cost')
  if (cost !== undefined) writeFileSync(join(out, 'cost.svg'), await costPlot(cost))
  say(`\nwritten to ${out}`)
}
