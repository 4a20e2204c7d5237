#!/usr/bin/env node
// Runs the lsof and pmap of every Debian suite, toybox's and busybox's on specimens and on hand-made texts, and holds each against
// what memmaps prints as that version, byte for byte: npm run matrix -- [SUITE …] [--tool NAME] [--input PART]. README.md says more.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { execa } from 'execa'
import { canFreeze } from '../bytes/freeze.js'
import { SUITES } from './suites.js'

const NAMES = SUITES.map(({ suite }) => suite)
const MATRIX = fileURLToPath(new URL('matrix.js', import.meta.url))

if (!isUnderstood()) {
  process.stderr.write(
    `usage: npm run matrix -- [${NAMES.join('|')} …] [--tool lsof|procps|toybox|busybox] [--input PART]\n`,
  )
  process.exitCode = 2
} else {
  // One mount namespace for this program, the tools it runs and the specimen.
  const frozen = await canFreeze()
  const words = [MATRIX, ...(frozen ? ['--frozen'] : []), ...process.argv.slice(2)]
  const [program, ...rest] = [...(frozen ? ['unshare', '-m'] : []), process.execPath, ...words]
  const { exitCode = 1 } = await execa(program, rest, { stdio: 'inherit', reject: false })
  process.exitCode = exitCode
}

function isUnderstood() {
  try {
    const options = { tool: { type: 'string' }, input: { type: 'string' } }
    return parseArgs({ allowPositionals: true, options }).positionals.every((name) => NAMES.includes(name))
  } catch {
    return false
  }
}
