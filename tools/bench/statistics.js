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
  return ratioTo(row, /** @type {import('./sections.js').Row} */ (rows.find(({ walls }) => walls.length > 0)))
}

/**
 * How many times as long a row took as another, by the rounds that both did.
 *
 * @param {import('./sections.js').Row} row
 * @param {import('./sections.js').Row} base
 * @returns {{ median: number, from: number, to: number }}
 */
export function ratioTo(row, base) {
  const rounds = Math.min(row.walls.length, base.walls.length)
  return summary(row.walls.slice(0, rounds).map((wall, round) => wall / base.walls[round]))
}
