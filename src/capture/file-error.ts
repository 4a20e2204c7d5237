import { MemmapsError } from '../report/errors.js'

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['does not exist', 'check the name'],
  EACCES: ['may not be VERB by this user', 'check its permissions, or use sudo'],
  EISDIR: ['is a directory', 'name a file'],
  ENOTDIR: ['does not exist: a part of the path is no directory', 'check the name'],
  ENOSPC: ['cannot be written: the disk is full', 'make room, or choose another place'],
}

/** Does something with a file; throws a MemmapsError that says why it cannot be read or written. */
export function withFile<T>(path: string, verb: 'read' | 'written', act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw fileError(error, path, verb)
  }
}

/** The MemmapsError of a file that cannot be read or written; any other error as it is. */
export function fileError(error: unknown, path: string, verb: 'read' | 'written'): Error {
  if (error instanceof MemmapsError || !(error instanceof Error)) return error as Error
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  if (code === 'ENOENT' && verb === 'written') {
    return new MemmapsError('unwritable', `${path} cannot be written: there is no such folder`, 'make the folder first')
  }
  const [reason, next] = REASONS[code] ?? [`cannot be ${verb}: ${code}`, 'check the path']
  const kind = verb === 'read' ? 'unreadable' : 'unwritable'
  return new MemmapsError(kind, `${path} ${reason.replace('VERB', verb)}`, next, { cause: error })
}
