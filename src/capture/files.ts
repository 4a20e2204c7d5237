import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { MemmapsError } from '../report/errors.js'
import { readUntilWait, writeNow } from './descriptor.js'
import { fileError, withFile } from './file-error.js'

const STDIN = 0

/** Reads a file whole; throws a MemmapsError that says why it cannot be read. */
export function readWholeFile(path: string): Uint8Array {
  return withOpen(path, (descriptor) => readFileSync(descriptor))
}

/**
 * Reads a file, or stdin for `-`, to its end, chunk by chunk; throws a MemmapsError that says why it cannot be read. The bytes of
 * a chunk are only lent; `left` are those behind it, 0 where that is not known.
 */
export async function readChunks(path: string, push: (chunk: Uint8Array, left: number) => void): Promise<void> {
  if (path === '-') await readStdin(push)
  else withOpen(path, (descriptor) => readUntilWait(descriptor, push))
}

/** True for the path of anything that is there. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** True for the path of a directory. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Writes pieces to a file, which is opened only when the first piece is there. */
export function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  let descriptor: number | undefined
  const open = (): number => withFile(path, 'written', () => openSync(path, 'w'))
  try {
    for (const piece of pieces) {
      descriptor ??= open()
      const to = descriptor
      withFile(path, 'written', () => {
        for (let at = 0; at < piece.length; ) at += writeNow(to, piece.subarray(at))
      })
    }
    descriptor ??= open()
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function withOpen<T>(path: string, read: (descriptor: number) => T): T {
  const descriptor = withFile(path, 'read', () => openSync(path, 'r'))
  try {
    return withFile(path, 'read', () => {
      if (!fstatSync(descriptor).isDirectory()) return read(descriptor)
      throw new MemmapsError(
        'unreadable',
        `${path} is a directory`,
        'name a file in it; show, compare and check take a capture folder',
      )
    })
  } finally {
    closeSync(descriptor)
  }
}

async function readStdin(push: (chunk: Uint8Array, left: number) => void): Promise<void> {
  try {
    if (readUntilWait(STDIN, push)) return
    for await (const chunk of process.stdin) push(chunk as Buffer, 0)
  } catch (error) {
    throw fileError(error, 'standard input', 'read')
  }
}
