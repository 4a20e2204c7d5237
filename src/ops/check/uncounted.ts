/** Of more lines every total would be possible. */
export const MOST_UNCOUNTED = 8

/**
 * True where a total is a sum, and that of some of the sizes of lines which name no region. Each of these lost less than a
 * kilobyte when it was printed, and sums are of 64 bits, or of 32.
 */
export function maySumUpTo(total: bigint, sum: bigint, sizes: readonly bigint[]): boolean {
  let sums = [sum]
  for (const size of sizes) sums = [...sums, ...sums.map((each) => each + size)]
  const lost = BigInt(sizes.length) * 1024n
  return sums.some((each) => [64, 32].some((bits) => BigInt.asUintN(bits, total - each) < lost))
}
