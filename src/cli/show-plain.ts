import { optimizeAgain } from '../capture/short-run.js'
import { runShow } from './show.js'

/** Runs `memmaps show PID` without options: what most runs are, for which the command line need not be parsed. */
export async function showPlain(pid: string): Promise<number> {
  const status = await runShow(pid, { color: 'auto' })
  optimizeAgain()
  return status
}
