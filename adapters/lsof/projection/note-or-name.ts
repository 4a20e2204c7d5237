import type { View } from '../../../src/adapter.js'
import { latin1 } from '../../../src/model/pathname.js'
import type { RegionTable } from '../../../src/model/table.js'

const encoder = new TextEncoder()

/**
 * The names of a listing with their notes put back. A real name may end as a note does, and where a row has no size (-o, -w,
 * few letters of -F) nothing tells which of them it is.
 */
export class NotesPutBack {
  readonly #names: Map<number, string> = new Map()
  readonly #all: Set<string>

  constructor({ table }: View, comparable: (name: Uint8Array) => Uint8Array) {
    for (let row = 0; row < table.length; row++) {
      const { note, size } = table.file(row) ?? {}
      const name = table.pathnameBytes(row)
      if (note === undefined || size !== undefined || name === undefined) continue
      this.#names.set(row, latin1(comparable(Uint8Array.of(...name, ...encoder.encode(` ${note}`)))))
    }
    this.#all = new Set(this.#names.values())
  }

  /** True when some name of the listing is that one, its note put back. */
  has(name: Uint8Array | undefined): boolean {
    return name !== undefined && this.#all.has(latin1(name))
  }

  /** The name of a row with its note put back, one character a byte; undefined for a row without a note. */
  of(row: number): string | undefined {
    return this.#names.get(row)
  }
}

/** True when a row of the table has that name, given as one character a byte. */
export function hasName(table: RegionTable, name: string | undefined): boolean {
  for (let row = 0; name !== undefined && row < table.length; row++) {
    const bytes = table.pathnameBytes(row)
    if (bytes !== undefined && latin1(bytes) === name) return true
  }
  return false
}
