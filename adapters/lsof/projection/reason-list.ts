import type { Reason } from '../../../src/adapter.js'
import type { LsofReason } from '../reasons.js'

/** Reasons gathered as columns: nearly every row has one, and who prints the rows asks for none. */
export class ReasonList {
  readonly #codes: LsofReason[] = []
  readonly #rows: number[] = []
  #made: readonly Reason[] | undefined

  /** Keeps a reason of a row. */
  add(code: LsofReason, row: number): void {
    this.#codes.push(code)
    this.#rows.push(row)
  }

  /** All of them, once all were added. */
  get all(): readonly Reason[] {
    this.#made ??= this.#codes.map((code, at) => ({ code, row: this.#rows[at] as number }))
    return this.#made
  }
}
