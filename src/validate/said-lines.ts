import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** How much is kept of either end, in bytes. */
const KEPT = 2048

/** What a stream says to people: its beginning and its end, for some tell there what happened, and some here. */
export class SaidLines {
  #head: Uint8Array = new Uint8Array(0)
  #tail: Uint8Array = new Uint8Array(0)
  #size = 0

  /** Settles when the stream has ended or was closed. */
  readonly ended: Promise<unknown>

  constructor(stream: Readable) {
    stream.on('data', (chunk: Uint8Array) => {
      const room = KEPT - this.#head.length
      if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)])
      const rest = chunk.subarray(Math.max(0, room))
      this.#tail = Buffer.concat([this.#tail, rest.subarray(-KEPT)]).subarray(-KEPT)
      this.#size += chunk.length
    })
    stream.on('error', () => {})
    this.ended = once(stream, 'close').catch(() => {})
  }

  /** All of it where it is short; else whole lines of both ends, and `…` for what is between them. */
  text(): string {
    const [head, tail] = [Buffer.from(this.#head).toString(), Buffer.from(this.#tail).toString()]
    if (this.#size <= 2 * KEPT) return Buffer.concat([this.#head, this.#tail]).toString('utf8').trimEnd()
    return `${head.replace(/\n[^\n]*$/, '')}\n…\n${tail.trimEnd().replace(/^[^\n]*\n/, '')}`
  }
}
