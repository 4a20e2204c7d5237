import { GatheredText } from '../../src/scan/gathered-text.js'

const latin1 = new TextDecoder('latin1')

/** Longer lines are cut before they are looked at together: only their numbers matter, which stand at the beginning. */
const LONGEST = 4096

/** Lines that are held back until those below them are known, for none of them says by itself how it is to be read. */
export class HeldBlock {
  readonly #text: GatheredText = new GatheredText()

  constructor(
    /** The first line, counted from 1, and the bytes before it. */
    readonly line: number,
    readonly byte: number,
    /** True for processes without rows, false for rows without a heading. */
    readonly isOfProcesses: boolean,
  ) {}

  /** Holds one more line back. */
  add(bytes: Uint8Array, from: number, to: number): void {
    this.#text.add(bytes, from, to)
  }

  /** The lines as text. */
  *rows(): Iterable<string> {
    const { bytes, lines } = this.#text
    for (let line = 1; line <= lines; line++) {
      const from = this.#text.from(line)
      yield latin1.decode(bytes.subarray(from, Math.min(this.#text.to(line), from + LONGEST)))
    }
  }

  /** Gives the lines back, each with its number and the bytes before it. */
  each(read: (line: number, byte: number, bytes: Uint8Array, from: number, to: number) => void): void {
    const { bytes, lines } = this.#text
    for (let line = 1; line <= lines; line++) {
      const from = this.#text.from(line)
      read(this.line + line - 1, this.byte + from, bytes, from, this.#text.to(line))
    }
  }
}
