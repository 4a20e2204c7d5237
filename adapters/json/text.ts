import type { Sink } from '../../src/adapter.js'

const NEWLINE = 0x0a

/** A text put together again from its lines, which knows where each of them begins. */
export class TextOfLines {
  #bytes: Uint8Array = new Uint8Array(1 << 12)
  #used = 0
  readonly #starts: number[] = []

  /** Adds `bytes[from, to)`, a line without its newline. */
  add(bytes: Uint8Array, from: number, to: number): void {
    this.#starts.push(this.#used)
    const size = to - from + 1
    if (this.#used + size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + size))
      larger.set(this.#bytes.subarray(0, this.#used))
      this.#bytes = larger
    }
    this.#bytes.set(bytes.subarray(from, to), this.#used)
    this.#used += size
    this.#bytes[this.#used - 1] = NEWLINE
  }

  /** The whole text. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#used)
  }

  /** Number of lines. */
  get lines(): number {
    return this.#starts.length
  }

  /** Place of the first byte after a byte order mark. */
  get first(): number {
    const [a, b, c] = this.#bytes
    return this.#used > 3 && a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
  }

  /** The text, without its byte order mark. */
  decoded(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes.subarray(this.first))
  }

  /** The bounds of the line that holds a byte, without its newline. */
  lineAround(at: number): { from: number; to: number } {
    const line = this.#indexOf(at)
    const from = this.#starts[line] ?? 0
    return { from, to: Math.max(from, (this.#starts[line + 1] ?? this.#used) - 1) }
  }

  /** Makes the line of a byte the sink's place, and gives its number, 1-based. */
  goTo(sink: Sink, at: number): number {
    const line = this.#indexOf(at)
    sink.returnTo(line + 1, this.#starts[line] ?? 0)
    return line + 1
  }

  /** The number of the line that holds a byte, 1-based. */
  lineOf(at: number): number {
    return this.#indexOf(at) + 1
  }

  #indexOf(at: number): number {
    const starts = this.#starts
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] as number) <= at) low = middle
      else high = middle
    }
    return low
  }
}
