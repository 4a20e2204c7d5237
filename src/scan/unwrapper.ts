import type { LineConsumer, Place } from './lines.js'
import { innerFrom, innerTo, type Wrapping } from './wrapping.js'

/** Hands lines on without what stands around them. */
export class Unwrapper implements LineConsumer {
  constructor(
    readonly consumer: LineConsumer,
    readonly place: Place,
    readonly wrapping: Wrapping,
  ) {
    place.unwrapped = []
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    const { place, wrapping } = this
    const marked = place.line === 1 ? Math.min(to, from + wrapping.mark) : from
    const end = innerTo(bytes, marked, to, wrapping)
    const start = innerFrom(bytes, marked, end, wrapping)
    place.indent = start - from
    place.unwrapped?.push({ byte: place.byte, indent: place.indent })
    this.consumer.line(bytes, start, end)
  }

  end(): void {
    this.consumer.end()
  }
}
