import { createWriteStream, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { MemmapsError } from '../report/errors.js'

/** Reads a file whole; throws a MemmapsError that says why it cannot be read. */
export async function readWholeFile(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) {
      throw new MemmapsError(
        'unreadable',
        `${path} is a directory`,
        'name a file in it; show, compare and check take a capture folder',
      )
    }
    return await readFile(path)
  } catch (error) {
    throw fileError(error, path, 'read')
  }
}

/** True for the path of anything that is there. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** True for the path of a directory. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Reads standard input to its end. */
export async function readStdin(): Promise<Uint8Array> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (error) {
    throw fileError(error, 'standard input', 'read')
  }
}

/** Writes pieces to a file, which is opened only when the first piece is there. */
export async function writePieces(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const iterator = pieces[Symbol.iterator]()
  const first = iterator.next()
  const all = function* (): Iterable<Uint8Array> {
    for (let piece = first; !piece.done; piece = iterator.next()) yield piece.value
  }
  try {
    await pipeline(all(), createWriteStream(path))
  } catch (error) {
    throw fileError(error, path, 'written')
  }
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['does not exist', 'check the name'],
  EACCES: ['may not be VERB by this user', 'check its permissions, or use sudo'],
  EISDIR: ['is a directory', 'name a file'],
  ENOTDIR: ['does not exist: a part of the path is no directory', 'check the name'],
  ENOSPC: ['cannot be written: the disk is full', 'make room, or choose another place'],
}

function fileError(error: unknown, path: string, verb: 'read' | 'written'): Error {
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
