import type { Reason } from '../../../src/adapter.js'
import type { PmapReason } from './reasons.js'

/** Reasons gathered as columns: nearly every row has one, and who prints the rows asks for none. */
export class ReasonList {
  readonly #codes: PmapReason[] = []
  readonly #rows: number[] = []
  #made: readonly Reason[] | undefined

  /** Keeps the reasons of a row. */
  add(codes: readonly PmapReason[], row: number): void {
    for (const code of codes) {
      this.#codes.push(code)
      this.#rows.push(row)
    }
  }

  /** All of them, once all were added. */
  get all(): readonly Reason[] {
    this.#made ??= this.#codes.map((code, at) => ({ code, row: this.#rows[at] as number }))
    return this.#made
  }
}
