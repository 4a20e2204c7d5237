/** A keyed function whose results nobody without the key can foretell: 64 bytes for each message. */
export type KeyedHash = (message: string) => Uint8Array

/**
 * An order of `members` in which none has its own place, but for `fixed`, which keeps it; the key and the message decide it.
 *
 * It is one cycle through all the members (Sattolo's algorithm), so that each becomes another one, and no two the same.
 */
export function keyedOrder(
  hash: KeyedHash,
  message: string,
  members: readonly number[],
  fixed?: number,
): ReadonlyMap<number, number> {
  const moving = members.filter((member) => member !== fixed)
  const order = [...moving]
  let random = hash(message)
  for (let last = order.length - 1, used = 0; last > 0; last--, used += 2) {
    if (used === random.length) {
      used = 0
      random = hash(`${message}+${last}`)
    }
    const at = (((random[used] as number) << 8) | (random[used + 1] as number)) % last
    const other = order[at] as number
    order[at] = order[last] as number
    order[last] = other
  }
  return new Map(moving.map((member, place) => [member, order[place] as number]))
}
