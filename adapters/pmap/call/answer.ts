import type { Answer } from '../../../src/adapter.js'
import { MemmapsError } from '../../../src/report/errors.js'

const encoder = new TextEncoder()

/** What is printed where no process is looked at. */
export function answer(stdout: string, stderr: string, exit: number): Answer {
  return { stdout: stdout === '' ? [] : [encoder.encode(stdout)], stderr: encoder.encode(stderr), exit }
}

/** The error for a run that cannot be imitated. */
export function refusal(what: string): MemmapsError {
  return new MemmapsError('usage', what, 'name another version with --as, or call pmap in another way')
}
