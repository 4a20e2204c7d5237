import { type KeyedHash, keyedOrder } from './keyed-order.js'

/** The numbers from the first to the last. */
export function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const LETTERS = span(0x61, 0x7a)
const DIGITS = span(0x30, 0x39)

/**
 * Replaces one byte by another of its kind, depending on a secret key and on what stood before it.
 *
 * What comes after never counts, so a name that a tool cut short becomes the beginning of what the whole name becomes.
 */
export class Alphabet {
  readonly #orders: Map<string, ReadonlyMap<number, number>> = new Map()

  constructor(readonly hash: KeyedHash) {}

  /** The byte for an ASCII letter or digit; every other one is its own. `fixed` stays, and no other byte becomes it. */
  plain(byte: number, before: string, fixed?: number): number {
    const lower = byte | 0x20
    if (lower >= 0x61 && lower <= 0x7a) {
      const order = this.#order('letters', LETTERS, before, lower === byte ? fixed : undefined)
      return (order.get(lower) ?? lower) ^ (lower ^ byte)
    }
    if (byte >= 0x30 && byte <= 0x39) return this.#order('digits', DIGITS, before, fixed).get(byte) ?? byte
    return byte
  }

  /** The byte for one of `members`, a kind of its own. */
  among(members: readonly number[], byte: number, before: string): number {
    return this.#order(`${members[0]}-${members.length}`, members, before).get(byte) ?? byte
  }

  #order(kind: string, members: readonly number[], before: string, fixed?: number): ReadonlyMap<number, number> {
    const key = `${kind} ${fixed ?? ''} ${before}`
    let order = this.#orders.get(key)
    if (order === undefined) {
      order = keyedOrder(this.hash, key, members, fixed)
      this.#orders.set(key, order)
    }
    return order
  }
}
