#!/usr/bin/env node
import { runCached } from '../capture/cached-code.js'

/** Gives a module of the bundle, which is run when it is first asked for. */
interface Need {
  (name: 'run-program'): typeof import('./run-program.js')
  (name: 'show-plain'): typeof import('./show-plain.js')
  (name: 'drop-in-lsof'): typeof import('./drop-in-lsof.js')
  (name: 'drop-in-pmap'): typeof import('./drop-in-pmap.js')
  (name: 'tell-failure'): typeof import('./tell-failure.js')
  /** How many modules were run. */
  count(): number
}

/** The script that all commands are in; `outside` imports what is not in it. */
type Script = (require: NodeJS.Require, outside: (name: string) => Promise<unknown>) => Need

/** A kind of run, by what is kept compiled for it, and how it runs. */
type Run = readonly [kind: string, run: (need: Need) => number | Promise<number>]

/** The script's path from this file; the bundle has it. */
declare const COMMANDS: string

/** Runs the command line; gives the exit status: 0, 1 when views disagree, 2 for trouble of any kind. */
async function main(args: readonly string[]): Promise<number> {
  const [kind, run] = runOf(args)
  const { value, keep } = runCached(`${__dirname}/${COMMANDS}`, kind, process.env)
  const need = (value as Script)(require, (name) => import(name))
  try {
    const status = await run(need)
    keep(need.count())
    return status
  } catch (error) {
    return need('tell-failure').tellFailure(error)
  }
}

function runOf(args: readonly string[]): Run {
  const [command = '', ...words] = args
  const [first = '', ...others] = words
  // The words of lsof and pmap are not ours to parse, but for `--as` and `--help`.
  if (command === 'lsof' && !first.startsWith('--')) return ['lsof', (need) => need('drop-in-lsof').runLsof(words)]
  if (command === 'pmap' && !first.startsWith('--')) return ['pmap', (need) => need('drop-in-pmap').runPmap(words)]
  if (command === 'show' && /^[0-9]+$/.test(first) && others.length === 0) {
    return ['show-plain', (need) => need('show-plain').showPlain(first)]
  }
  return [kindOf(args), (need) => need('run-program').runProgram(args)]
}

/** Runs of one kind mostly run the same code. */
function kindOf(args: readonly string[]): string {
  const kinds = ['capture', 'check', 'compare', 'convert', 'formats', 'show']
  const isHelp = args.some((word) => word === '--help' || word === '-h')
  return isHelp ? 'help' : (kinds.find((kind) => kind === args[0]) ?? 'other')
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status
  // Where nothing is left to wait for, there is no need for Node to look for it, and to free all that it has.
  if (process.getActiveResourcesInfo().length === 0) process.exit()
})
