import type { MemmapsError } from '../report/errors.js'
import { tellError, writeError } from './output.js'

/** Says why a command failed, and gives the exit status of that. */
export function tellFailure(error: unknown): number {
  if (isMemmapsError(error) && error.code !== 'internal') {
    tellError(error.message, error.next)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  tellError(`internal error: ${message}`, 'this is a fault in memmaps: please report it, with MEMMAPS_DEBUG=1 set')
  if (process.env.MEMMAPS_DEBUG === '1') writeError(`${stack}\n`)
  return 2
}

/** True for an error of ours, also where the bundle has its class twice. */
function isMemmapsError(error: unknown): error is MemmapsError {
  return error instanceof Error && error.name === 'MemmapsError'
}
