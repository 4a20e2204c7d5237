import { runShow } from './show.js'

/** Runs `memmaps show PID` without options: what most runs are, for which the command line need not be parsed. */
export function showPlain(pid: string): Promise<number> {
  return runShow(pid, { color: 'auto' })
}
