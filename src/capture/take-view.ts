import { MemmapsError } from '../report/errors.js'
import { readProcFile } from './proc.js'
import type { Toolbox } from './toolbox.js'
import type { CapturedText, Problem, ViewRequest } from './types.js'

/** Takes one view of a process: its text, or why there is none. Throws when the process is gone. */
export async function takeView(
  pid: number,
  request: ViewRequest,
  file: string,
  procRoot: string,
  toolbox: Toolbox,
): Promise<CapturedText | Problem> {
  const { adapter, dialect } = request
  try {
    if (request.file !== undefined) return { adapter, dialect, file, bytes: readProcFile(pid, request.file, procRoot) }
    return { adapter, dialect, file, ...(await printed(pid, request.run, toolbox)) }
  } catch (error) {
    if (!(error instanceof MemmapsError) || error.code === 'no-process' || error.code === 'ended') throw error
    const { code, message, next } = error
    return { view: `${adapter}:${dialect}`, code, message, ...(next === undefined ? {} : { next }) }
  }
}

async function printed(
  pid: number,
  [name = '', ...args]: readonly string[],
  toolbox: Toolbox,
): Promise<Pick<CapturedText, 'argv' | 'locale' | 'exit' | 'stderr'> & { bytes: Uint8Array }> {
  const { argv, exit, stdout, stderr } = await toolbox.run(
    name,
    args.map((argument) => (argument === 'PID' ? String(pid) : argument)),
  )
  // Tools end with 1 also when they found nothing to list, so silence alone is an answer.
  if (exit !== 0 && stdout.length === 0 && stderr.length > 0) {
    const [line] = new TextDecoder().decode(stderr).split('\n')
    throw new MemmapsError('tool-failed', `${name} ended with status ${exit}: ${line}`, `try it: ${argv.join(' ')}`)
  }
  return { argv, locale: 'C', exit, stderr, bytes: stdout }
}
