const NEWLINE = 0x0a

/** A text put together again from its lines, which knows on which of them a byte stands. Lines are 1-based. */
export class GatheredText {
  #bytes: Uint8Array = new Uint8Array(1 << 12)
  #used = 0
  /** Where each line begins. */
  readonly #starts: number[] = []

  /** Adds `line[from, to)`, a line without its newline. */
  add(line: Uint8Array, from: number, to: number): void {
    this.#starts.push(this.#used)
    const size = to - from + 1
    if (this.#used + size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + size))
      larger.set(this.bytes)
      this.#bytes = larger
    }
    this.#bytes.set(line.subarray(from, to), this.#used)
    this.#used += size
    this.#bytes[this.#used - 1] = NEWLINE
  }

  /** The whole text, with a newline at its end. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#used)
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#starts.length
  }

  /** The line that holds a byte; the last line for a byte behind the text. */
  lineOf(at: number): number {
    let low = 0
    let high = this.#starts.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] as number) <= at) low = middle
      else high = middle
    }
    return low + 1
  }

  /** Where a line begins; the end of the text for the line after the last. */
  from(line: number): number {
    return this.#starts[line - 1] ?? this.#used
  }

  /** Where a line ends, before its newline. // exclusive */
  to(line: number): number {
    return Math.max(this.from(line), this.from(line + 1) - 1)
  }
}
