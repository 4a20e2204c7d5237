#!/usr/bin/env node
// Holds what memmaps prints as lsof and as pmap against what the installed ones print, byte for byte, for every process of the
// machine: npm run bytes -- [--locale C|UTF-8] [--json] [ROUNDS [PID …]]. README.md says how.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { execa } from 'execa'
import { canFreeze } from './freeze.js'

const USAGE = 'usage: npm run bytes -- [--locale C|UTF-8] [--json] [ROUNDS [PID …]]\n'
const ROUNDS = fileURLToPath(new URL('rounds.js', import.meta.url))

const words = readWords()
if (words === undefined) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else {
  // One mount namespace for this program and the tools it runs: a file that is bound over one of /proc is the same for both.
  const frozen = await canFreeze()
  const command = frozen ? ['unshare', '-m', process.execPath] : [process.execPath]
  const [program, ...rest] = [...command, ROUNDS, ...(frozen ? ['--frozen'] : []), ...words]
  const { exitCode = 1 } = await execa(program, rest, { stdio: 'inherit', reject: false })
  process.exitCode = exitCode
}

/** The words for rounds.js; undefined for any that nobody knows. */
function readWords() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, locale: { type: 'string', default: 'C' } },
    })
    const numbers = positionals.length > 0 ? positionals : ['1']
    if (!numbers.every((word) => /^[1-9]\d*$/.test(word)) || !['C', 'UTF-8'].includes(values.locale)) return undefined
    return [...(values.json ? ['--json'] : []), '--locale', values.locale, ...numbers]
  } catch {
    return undefined
  }
}
