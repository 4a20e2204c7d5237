import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** What a stream gives, up to a limit; what is beyond is thrown away. */
export class Gathered {
  readonly #chunks: Uint8Array[] = []
  #size = 0

  /** Settles when the stream has ended or was closed. */
  readonly ended: Promise<unknown>

  constructor(stream: Readable, limit: number, beyond: () => void = () => {}) {
    stream.on('data', (chunk: Uint8Array) => {
      const room = limit - this.#size
      if (room > 0) this.#chunks.push(chunk.subarray(0, room))
      this.#size += chunk.length
      if (this.#size > limit) beyond()
    })
    stream.on('error', () => {})
    this.ended = once(stream, 'close').catch(() => {})
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks)
  }
}
