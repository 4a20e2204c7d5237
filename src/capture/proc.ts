import { closeSync, openSync } from 'node:fs'
import { ChunkBuffer } from './chunk-buffer.js'
import { procError } from './proc-error.js'
import { PROC } from './proc-root.js'

export { PROC } from './proc-root.js'

/** What is read before it is known that a file is long. */
const SHORT = 1 << 16

/** What is read of a long file at once: so much that two threads seldom wait for being woken by each other, and so little that it stays in a cache. */
const LONG = 1 << 21

const short: ChunkBuffer = new ChunkBuffer(SHORT)

/** Reads a file below `/proc/PID` to its end; throws a MemmapsError that names the process. */
export function readProcFile(pid: number, name: string, procRoot: string = PROC): Uint8Array {
  const descriptor = open(pid, name, procRoot)
  const pieces: Uint8Array[] = []
  try {
    for (let size = SHORT; size === SHORT; ) {
      size = short.fill(descriptor)
      pieces.push(short.bytes.slice(0, size))
    }
  } catch (error) {
    throw procError(error, pid, name, procRoot)
  } finally {
    closeSync(descriptor)
  }
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  pieces.reduce((at, piece) => {
    whole.set(piece, at)
    return at + piece.length
  }, 0)
  return whole
}

/**
 * Reads a file below `/proc/PID` to its end, chunk by chunk; throws a MemmapsError that names the process. The bytes that `push`
 * gets are only lent, and it must not read such a file itself.
 *
 * While `push` has a chunk of a long file another thread reads the next one: the kernel makes the text as it is read, which takes
 * as long as parsing it.
 */
export async function readProcChunks(
  pid: number,
  name: string,
  procRoot: string,
  push: (chunk: Uint8Array) => void,
): Promise<void> {
  const descriptor = open(pid, name, procRoot)
  const orTell = (error: unknown): never => {
    throw procError(error, pid, name, procRoot)
  }
  let next: Promise<number> | undefined
  try {
    let buffer = short
    let size = fillOr(orTell, descriptor)
    if (size < SHORT) {
      if (size > 0) push(buffer.bytes.subarray(0, size))
      return
    }
    let spare: ChunkBuffer | undefined
    while (size === buffer.bytes.length) {
      const other = spare ?? new ChunkBuffer(LONG)
      next = other.fillAhead(descriptor)
      push(buffer.bytes)
      size = await next.catch(orTell)
      if (buffer !== short) spare = buffer
      buffer = other
    }
    if (size > 0) push(buffer.bytes.subarray(0, size))
  } finally {
    // Nobody may close what a thread still reads.
    await next?.catch(() => {})
    closeSync(descriptor)
  }
}

function open(pid: number, name: string, procRoot: string): number {
  try {
    return openSync(`${procRoot}/${pid}/${name}`, 'r')
  } catch (error) {
    throw procError(error, pid, name, procRoot)
  }
}

function fillOr(orTell: (error: unknown) => never, descriptor: number): number {
  try {
    return short.fill(descriptor)
  } catch (error) {
    return orTell(error)
  }
}
