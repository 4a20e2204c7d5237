#!/usr/bin/env node
import { runCached } from '../capture/cached-code.js'

/** What is one file in the bundle with all it takes, and is kept compiled: what runs often and briefly. */
interface Alone {
  'show-plain': typeof import('./show-plain.js')
  'show-live': typeof import('./show-live.js')
  'drop-in-lsof': typeof import('./drop-in-lsof.js')
  'drop-in-pmap': typeof import('./drop-in-pmap.js')
  'tell-failure': typeof import('./tell-failure.js')
}

/** The path of each of these files from this one; the bundle has it. */
declare const FILES: Readonly<Record<keyof Alone, string>>

/** Runs the command line; gives the exit status: 0, 1 when views disagree, 2 for trouble of any kind. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const [command = '', ...words] = args
    const [first = '', ...others] = words
    // The words of lsof and pmap are not ours to parse, but for `--as` and `--help`.
    if (command === 'lsof' && !first.startsWith('--')) return await alone('drop-in-lsof', (it) => it.runLsof(words))
    if (command === 'pmap' && !first.startsWith('--')) return await alone('drop-in-pmap', (it) => it.runPmap(words))
    if (command === 'show' && isPid(first)) {
      if (others.length === 0) return await alone('show-plain', (it) => it.showPlain(first))
      return await alone('show-live', (it) => it.runProgram(args))
    }
    return await (await import('./run-program.js')).runProgram(args)
  } catch (error) {
    return alone('tell-failure', async (it) => it.tellFailure(error))
  }
}

/** Runs something of one of the files. */
async function alone<Name extends keyof Alone>(
  name: Name,
  run: (file: Alone[Name]) => Promise<number>,
): Promise<number> {
  const { exports, keep } = runCached(`${__dirname}/${FILES[name]}`, require, process.env)
  const status = await run(exports as Alone[Name])
  keep()
  return status
}

function isPid(word: string): boolean {
  return /^[0-9]+$/.test(word)
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status
})
