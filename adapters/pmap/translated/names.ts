import { latin1 } from '../../../src/model/pathname.js'

/** What pmap makes up, but for shared memory, which is no word. */
const MADE = /^ {2}\[ [^=]* \]$/

const ENGLISH: ReadonlySet<string> = new Set(['  [ anon ]', '  [ stack ]'])

/** Learns what a text calls `[ anon ]` and `[ stack ]` in its language, from the rows where either is due. */
export class TranslatedNames {
  readonly #words: Map<string, string> = new Map()

  /** True when `shown` may be what this text calls `due`: the same word every time, and never one word for both. */
  allows(due: Uint8Array, shown: Uint8Array): boolean {
    const from = latin1(due)
    const to = latin1(shown)
    if (!MADE.test(from) || !MADE.test(to) || (ENGLISH.has(from) && ENGLISH.has(to))) return false
    const known = this.#words.get(from)
    if (known !== undefined) return known === to
    if ([...this.#words.values()].includes(to)) return false
    this.#words.set(from, to)
    return true
  }
}
