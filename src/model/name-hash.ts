/** An odd number with its bits well mixed (MurmurHash3's): what multiplies by it loses nothing. */
const FACTOR = 0x85ebca6b

/** A hash of `bytes[from, to)`, read four bytes at a time through the DataView of their buffer, in which they begin at `at`. */
export function hashOf(bytes: Uint8Array, from: number, to: number, words: DataView, at: number): number {
  let hash = 0x811c9dc5
  let i = from
  for (const last = to - 4; i <= last; i += 4) {
    hash = Math.imul(hash ^ words.getInt32(at + i, true), FACTOR)
    hash = (hash << 13) | (hash >>> 19)
  }
  for (; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), FACTOR)
  return (hash ^ (hash >>> 13)) >>> 0
}
