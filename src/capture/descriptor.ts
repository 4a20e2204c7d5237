import { fstatSync, readSync, writeSync } from 'node:fs'

/** The kind of device that `/dev/null` and `/dev/full` are. */
const MEMORY_DEVICE = 1

/** What is read at once: as much as stays in a processor's cache until it is parsed. */
const CHUNK = 1 << 16

/**
 * Reads a descriptor chunk by chunk, which are only lent, until its end, and gives true; false once a read would have to wait
 * where somebody else wants none to. `left` are bytes that are behind a chunk, 0 where that is not known.
 */
export function readUntilWait(descriptor: number, push: (chunk: Uint8Array, left: number) => void): boolean {
  const buffer = new Uint8Array(CHUNK)
  const stat = fstatSync(descriptor)
  let left = stat.isFile() ? stat.size : 0
  for (;;) {
    // One read gives as little as a page of some files.
    let used = 0
    let size = 1
    while (used < CHUNK && size > 0) {
      size = readSome(descriptor, buffer, used)
      if (size > 0) used += size
    }
    left = Math.max(0, left - used)
    if (used > 0) push(buffer.subarray(0, used), left)
    if (size <= 0) return size === 0
  }
}

/** Gives how many bytes were read, 0 at the end, or −1 where a read would have to wait. */
function readSome(descriptor: number, buffer: Uint8Array, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, at, CHUNK - at, null)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') return -1
      if (code !== 'EINTR') throw error
    }
  }
}

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
