#!/usr/bin/env node
// Runs every command of README.md and writes what it prints below it: npm run readme. Then look at the difference.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { looksLike, shownCommands } from './blocks.js'
import { runInBash } from './shell.js'

const path = fileURLToPath(new URL('../../README.md', import.meta.url))
const lines = readFileSync(path, 'utf8').split('\n')
const shown = shownCommands(lines.join('\n'))
const runs = runInBash(shown.map(({ command }) => command))
// From the end, so that the places before it stay.
for (const [index, one] of [...shown.entries()].reverse()) {
  const { command, from, to } = one
  const { output: printed, status } = runs[index]
  const same = looksLike(one, printed)
  process.stdout.write(`${same ? 'same   ' : 'changed'} ${status}  ${command.split('\n')[0]}\n`)
  // What is left out on purpose stays out.
  if (!same) lines.splice(from, to - from, ...(printed === '' ? [] : printed.split('\n')))
}
writeFileSync(path, lines.join('\n'))
