/** One contender of a section. */
export interface Row {
  readonly name: string
  readonly walls: readonly number[]
  readonly skipped?: string
  readonly failed?: string
}

/** A group of contenders that are compared with the first of them. */
export interface Section {
  readonly name: string
  readonly title: string
  readonly rows: readonly Row[]
}
