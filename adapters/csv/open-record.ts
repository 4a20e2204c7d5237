/** A line of the text, kept for as long as it may have to be read again. */
export interface KeptLine {
  readonly bytes: Uint8Array
  /** 1-based. */
  readonly line: number
  /** Bytes of the text before it. */
  readonly byte: number
}

/** The lines of a record that goes on behind newlines in quotes. */
export class OpenRecord {
  readonly #lines: KeptLine[] = []

  /** Keeps a copy of `bytes[from, to)`. */
  add(bytes: Uint8Array, from: number, to: number, line: number, byte: number): void {
    this.#lines.push({ bytes: bytes.slice(from, to), line, byte })
  }

  /** True when there is none. */
  get isEmpty(): boolean {
    return this.#lines.length === 0
  }

  /** All of them, which are then no longer kept. */
  take(): readonly KeptLine[] {
    return this.#lines.splice(0)
  }
}
