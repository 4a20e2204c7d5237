/**
 * Gives whole numbers that look random and are the same on every machine and in every run (mulberry32).
 *
 * @param {number} seed
 * @returns {(below: number) => number} a number from 0 to `below` − 1
 */
export function randomNumbers(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below)
  }
}
