#!/usr/bin/env node
import type { MemmapsError } from '../report/errors.js'
import { endQuietlyOnClosedPipe, tellError } from './output.js'

/** Runs the command line; gives the exit status: 0, 1 when views disagree, 2 for trouble of any kind. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const [command = '', ...words] = args
    const [first = ''] = words
    // What runs often and briefly has a file of its own in the bundle, for loading more takes longer than the run. The words of
    // lsof and pmap are not ours to parse, but for `--as` and `--help`.
    if (command === 'lsof' && !first.startsWith('--')) return await (await import('./drop-in-lsof.js')).runLsof(words)
    if (command === 'pmap' && !first.startsWith('--')) return await (await import('./drop-in-pmap.js')).runPmap(words)
    if (command === 'show' && isPid(first)) return await (await import('./show-live.js')).runProgram(args)
    return await (await import('./run-program.js')).runProgram(args)
  } catch (error) {
    return tellFailure(error)
  }
}

function tellFailure(error: unknown): number {
  if (isMemmapsError(error) && error.code !== 'internal') {
    tellError(error.message, error.next)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  tellError(`internal error: ${message}`, 'this is a fault in memmaps: please report it, with MEMMAPS_DEBUG=1 set')
  if (process.env.MEMMAPS_DEBUG === '1') process.stderr.write(`${stack}\n`)
  return 2
}

/** True for an error of ours, also where the bundle has its class twice. */
function isMemmapsError(error: unknown): error is MemmapsError {
  return error instanceof Error && error.name === 'MemmapsError'
}

function isPid(word: string): boolean {
  return /^[0-9]+$/.test(word)
}

endQuietlyOnClosedPipe()
process.exitCode = await main(process.argv.slice(2))
