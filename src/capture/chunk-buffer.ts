import { readSync, readv, readvSync } from 'node:fs'

/** How much each part of a read asks for: less than a page, of which the kernel fills at most one in the last part. */
const PART = 3072

/**
 * A buffer that is filled again and again from a file.
 *
 * One read of `/proc/PID/maps` gives at most a page, and one of many parts goes on while each part is filled. So parts of less than
 * a page give the whole buffer in one system call, which is also what another thread can be asked for.
 */
export class ChunkBuffer {
  readonly bytes: Uint8Array
  readonly #parts: readonly Uint8Array[]

  constructor(size: number) {
    const bytes = new Uint8Array(size)
    this.bytes = bytes
    this.#parts = Array.from({ length: Math.ceil(size / PART) }, (_, at) => bytes.subarray(at * PART, (at + 1) * PART))
  }

  /** Reads until the buffer is full, or the file at its end; gives how many bytes that is. */
  fill(descriptor: number): number {
    return this.#fillUp(
      descriptor,
      insist(() => readvSync(descriptor, this.#parts)),
    )
  }

  /** The same, by another thread as far as one read goes. */
  async fillAhead(descriptor: number): Promise<number> {
    return this.#fillUp(descriptor, await this.#readAhead(descriptor))
  }

  #readAhead(descriptor: number): Promise<number> {
    return new Promise((resolve, reject) => {
      readv(descriptor, this.#parts, (error, size) => {
        if (error === null) resolve(size)
        else if (error.code === 'EINTR') resolve(0)
        else reject(error)
      })
    })
  }

  /** A read ends early where a line is longer than a part, and at the end of the file. */
  #fillUp(descriptor: number, filled: number): number {
    const { bytes } = this
    let used = filled
    while (used < bytes.length) {
      const size = insist(() => readSync(descriptor, bytes, used, bytes.length - used, null))
      if (size === 0) break
      used += size
    }
    return used
  }
}

/** The kernel waits for the process's lock, and a signal may cut that short; nothing was read then. */
function insist(read: () => number): number {
  for (;;) {
    try {
      return read()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw error
    }
  }
}
