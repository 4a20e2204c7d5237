/**
 * The value that a share of the numbers lies below, between two of them if need be.
 *
 * @param {readonly number[]} numbers
 * @param {number} share 0.5 for the median
 * @returns {number}
 */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]
  return below + (sorted[Math.ceil(at)] - below) * (at % 1)
}

/**
 * Median and quartiles.
 *
 * @param {readonly number[]} numbers
 * @returns {{ median: number, from: number, to: number }}
 */
export function summary(numbers) {
  return { median: quantile(numbers, 0.5), from: quantile(numbers, 0.25), to: quantile(numbers, 0.75) }
}

/**
 * How many times as long a row took as the first of its section that ran, by rounds: both did each round one after the other.
 *
 * @param {import('./sections.js').Section} section
 * @param {import('./sections.js').Row} row
 * @returns {{ median: number, from: number, to: number }}
 */
export function ratio({ rows }, row) {
  const base = rows.find(({ walls }) => walls.length > 0)
  return summary(row.walls.map((wall, round) => wall / base.walls[round]))
}
