/** Of more different sums nearly every total would be possible. */
const MOST_SUMS = 20_000

/** How many sums are made at most, so that a text of many such lines is done with. */
const MOST_STEPS = 1_000_000

/**
 * True where a total is more than a sum: by some of the sizes of lines which name no region. Each of these lost less than a
 * kilobyte when it was printed, and sums are of 64 bits, or of 32.
 */
export function maySumUpTo(total: bigint, sum: bigint, sizes: readonly bigint[]): boolean {
  /** By sum: of how many sizes it is at most. */
  const sums = new Map([[sum, 0]])
  let steps = 0
  for (const size of sizes) {
    steps += sums.size
    for (const [each, count] of [...sums]) {
      const more = BigInt.asUintN(64, each + size)
      sums.set(more, Math.max(sums.get(more) ?? 0, count + 1))
    }
    if (sums.size > MOST_SUMS || steps > MOST_STEPS) return true
  }
  return [...sums].some(([each, count]) =>
    [64, 32].some((bits) => BigInt.asUintN(bits, total - each) < BigInt(count) * 1024n),
  )
}
