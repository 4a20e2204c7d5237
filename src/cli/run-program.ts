import { CommanderError } from 'commander'
import { optimizeAgain } from '../capture/short-run.js'
import { tellError } from './output.js'
import { program } from './program.js'

/** Parses the words of a command line, runs its command, and gives the exit status. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let status = 0
  try {
    await program((result) => {
      status = result
    }).parseAsync(args, { from: 'user' })
    optimizeAgain()
    return status
  } catch (error) {
    if (error instanceof CommanderError) return tellUsage(error)
    throw error
  }
}

function tellUsage({ exitCode, code, message }: CommanderError): number {
  // Help and version come as errors without a fault; help that nobody asked for is a usage error.
  if (exitCode === 0) return 0
  if (code !== 'commander.help') {
    const [what = '', ...hints] = message.replace(/^error: /, '').split('\n')
    tellError(what, hints.join(' ') || 'memmaps --help shows the commands, memmaps COMMAND --help what each takes')
  }
  return 2
}
