import { fstatSync, writeSync } from 'node:fs'

/** The kind of device that `/dev/null` and `/dev/full` are. */
const MEMORY_DEVICE = 1

/**
 * Writes bytes to a descriptor until one would have to wait, and gives how many were written. Setting up a stream for it takes
 * longer than a short answer.
 */
export function writeNow(descriptor: number, bytes: Uint8Array): number {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') break
      if (code !== 'EINTR') throw error
    }
  }
  return written
}

/** False for a descriptor that is certainly no terminal: a file, a pipe, a socket, `/dev/null`. */
export function mayBeTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor)
    return stat.isCharacterDevice() && ((stat.rdev >> 8) & 0xfff) !== MEMORY_DEVICE
  } catch {
    return true
  }
}
