import { textOf } from '../reading/record.js'

/** Where the cells of one row lie in its bytes, by the place of their column; a blank cell is empty. */
export class Cells {
  readonly #from: number[] = []
  readonly #to: number[] = []
  /** The letters behind the descriptor; undefined where they are blank. */
  access: string | undefined
  lock: string | undefined

  from(place: number): number {
    return this.#from[place] as number
  }

  // exclusive
  to(place: number): number {
    return this.#to[place] as number
  }

  set(place: number, from: number, to: number): void {
    this.#from[place] = from
    this.#to[place] = to
  }

  /** True where there is no such column, or nothing in it. */
  blank(place: number): boolean {
    return place < 0 || this.from(place) === this.to(place)
  }

  /** The cell as text; undefined where it is blank. */
  text(bytes: Uint8Array, place: number): string | undefined {
    return this.blank(place) ? undefined : textOf(bytes, this.from(place), this.to(place))
  }
}
