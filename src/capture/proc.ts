import { closeSync, openSync, readSync } from 'node:fs'
import { procError } from './proc-error.js'
import { PROC } from './proc-root.js'

export { PROC } from './proc-root.js'

const FIRST_BYTES = 1 << 16
const KEPT_BYTES = 1 << 24

let buffer: Uint8Array = new Uint8Array(FIRST_BYTES)

/**
 * Reads a file below `/proc/PID` to its end; throws a MemmapsError that names the process.
 *
 * Files there say that their size is 0, and one read gives at most 4 KiB of maps: all reads go into one buffer that is
 * used again for the next file, and only what was read is copied.
 */
export function readProcFile(pid: number, name: string, procRoot: string = PROC): Uint8Array {
  let descriptor: number | undefined
  try {
    descriptor = openSync(`${procRoot}/${pid}/${name}`, 'r')
    return readToEnd(descriptor)
  } catch (error) {
    throw procError(error, pid, name, procRoot)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
    if (buffer.length > KEPT_BYTES) buffer = new Uint8Array(FIRST_BYTES)
  }
}

function readToEnd(descriptor: number): Uint8Array {
  let used = 0
  for (;;) {
    if (used === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2)
      larger.set(buffer)
      buffer = larger
    }
    const size = readSome(descriptor, used)
    if (size === 0) return buffer.slice(0, used)
    used += size
  }
}

function readSome(descriptor: number, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, at, buffer.length - at, null)
    } catch (error) {
      // The kernel waits for the process's lock, and a signal may cut that short; nothing was read then.
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error
    }
  }
}
