#!/usr/bin/env node
import { CommanderError } from 'commander'
import { MemmapsError } from '../report/errors.js'
import { endQuietlyOnClosedPipe, tellError } from './output.js'
import { program } from './program.js'

/** Runs the command line; gives the exit status: 0, 1 when views disagree, 2 for trouble of any kind. */
async function main(args: readonly string[]): Promise<number> {
  let status = 0
  try {
    await program((result) => {
      status = result
    }).parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    return tellFailure(error)
  }
}

function tellFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and version come as errors without a fault; help that nobody asked for is a usage error.
    if (error.exitCode === 0) return 0
    if (error.code !== 'commander.help') {
      const [message = '', ...hints] = error.message.replace(/^error: /, '').split('\n')
      tellError(message, hints.join(' ') || 'memmaps --help shows the commands, memmaps COMMAND --help what each takes')
    }
    return 2
  }
  if (error instanceof MemmapsError && error.code !== 'internal') {
    tellError(error.message, error.next)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  tellError(`internal error: ${message}`, 'this is a fault in memmaps: please report it, with MEMMAPS_DEBUG=1 set')
  if (process.env.MEMMAPS_DEBUG === '1') process.stderr.write(`${stack}\n`)
  return 2
}

endQuietlyOnClosedPipe()
process.exitCode = await main(process.argv.slice(2))
