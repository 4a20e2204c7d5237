import { closeSync, openSync, readSync } from 'node:fs'
import { procError } from './proc-error.js'
import { PROC } from './proc-root.js'
import { ReadAhead } from './read-ahead.js'

export { PROC } from './proc-root.js'

/** What is read before it is handed on: as much as stays in a processor's cache until it is parsed. */
const CHUNK = 1 << 16

/** Chunks after which a file is long enough for a second thread to be worth its start: 4 MiB. */
const LONG = 64

const buffer: Uint8Array = new Uint8Array(CHUNK)

/** Reads a file below `/proc/PID` to its end; throws a MemmapsError that names the process. */
export function readProcFile(pid: number, name: string, procRoot: string = PROC): Uint8Array {
  const pieces: Uint8Array[] = []
  readProcChunks(pid, name, procRoot, (chunk) => pieces.push(chunk.slice()))
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  pieces.reduce((at, piece) => {
    whole.set(piece, at)
    return at + piece.length
  }, 0)
  return whole
}

/**
 * Reads a file below `/proc/PID` to its end, chunk by chunk; throws a MemmapsError that names the process.
 *
 * Files there say that their size is 0, and one read gives at most 4 KiB of maps: reads go into one buffer until it is full.
 * Its bytes are only lent, and `push` must not read such a file itself.
 */
export function readProcChunks(pid: number, name: string, procRoot: string, push: (chunk: Uint8Array) => void): void {
  const orTell = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw procError(error, pid, name, procRoot)
    }
  }
  const descriptor = orTell(() => openSync(`${procRoot}/${pid}/${name}`, 'r'))
  let ahead: ReadAhead | undefined
  let isAhead = false
  try {
    for (let chunks = 0; ; chunks++) {
      if (chunks === LONG) ahead = new ReadAhead(descriptor, CHUNK)
      isAhead ||= ahead?.takesOver() === true
      const size = orTell(() => (isAhead && ahead !== undefined ? ahead.take(buffer) : fill(descriptor)))
      if (size > 0) push(size === CHUNK ? buffer : buffer.subarray(0, size))
      if (size < CHUNK) return
    }
  } finally {
    ahead?.stop()
    closeSync(descriptor)
  }
}

/** Reads until the buffer is full, or the file at its end; gives how many bytes that is. */
function fill(descriptor: number): number {
  let used = 0
  while (used < CHUNK) {
    const size = readSome(descriptor, used)
    if (size === 0) break
    used += size
  }
  return used
}

function readSome(descriptor: number, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, at, CHUNK - at, null)
    } catch (error) {
      // The kernel waits for the process's lock, and a signal may cut that short; nothing was read then.
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error
    }
  }
}
