import type { Sink } from '../../../src/adapter.js'
import { codeAt, endOfCodes, knownCodes } from './flags.js'
import type { Layout } from './wide-layout.js'

const BLANK = 0x20

/** Finds out where VmFlags end in rows of -XX, and notes the codes that nobody knows. */
export class FlagCells {
  /** The codes that no longer need a note: known, or noted above. */
  readonly #codes: Uint8Array = knownCodes()

  constructor(readonly sink: Sink) {}

  /**
   * Where the flags of a row end, which begin at `flagsFrom`, the numbers before them ending at `numbersTo`; at their
   * beginning when there are none.
   */
  end(bytes: Uint8Array, from: number, flagsFrom: number, numbersTo: number, to: number, layout: Layout): number {
    const shift = numbersTo - from - layout.numbersEnd
    const expected = from + layout.flagsEnd + shift
    if (layout.flagsEnd > 0 && shift >= 0 && expected > flagsFrom && expected <= to) {
      const isEnd = expected === to || bytes[expected] === BLANK
      if (isEnd && endOfCodes(bytes, flagsFrom, expected) === expected) return expected
    }
    const end = endOfCodes(bytes, flagsFrom, to)
    const column = end - from - shift
    if (layout.names === undefined && end > flagsFrom && (layout.flagsEnd === 0 || column < layout.flagsEnd)) {
      layout.flagsEnd = column
    }
    return end
  }

  /** Notes the codes in `bytes[flagsFrom, flagsTo)` that no kernel we know prints, each once. */
  note(bytes: Uint8Array, from: number, to: number, flagsFrom: number, flagsTo: number): void {
    for (let at = flagsFrom; at < flagsTo; at += 3) {
      const code = codeAt(bytes, at)
      if (this.#codes[code] === 1) continue
      this.#codes[code] = 1
      this.sink.report('unknown-flag', bytes, from, to, at, at + 2, 'vmFlags')
    }
  }
}
