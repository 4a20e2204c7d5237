import { endsAtFirst } from './ends-at-first.js'
import { addressOf, piecesOf, startOf, withoutSurplus } from './mappings.js'

/**
 * What is left of a text of procps where a name has a newline: rows of that mapping, and rows whose address it read from what
 * stands behind the newline, may differ.
 *
 * @type {import('./exceptions.js').Exception['excuse']}
 */
export function withoutNewlines({ program, words, mappings }, real, ours) {
  const broken = mappings.filter((mapping) => piecesOf(mapping).length > 0)
  if (program !== 'procps' || broken.length === 0) return [real, ours]
  if (words.some((word) => word.startsWith('-X'))) return endsAtFirst(broken, mappings, real, ours)
  const starts = broken.map(startOf)
  const read = broken.flatMap(piecesOf).flatMap((piece) => /^ *[0-9a-f]+/.exec(piece)?.[0] ?? [])
  const addresses = [...starts, ...read.map((digits) => BigInt(`0x${digits.trim()}`))]
  return withoutSurplus(
    real,
    ours,
    (line) => addresses.includes(addressOf(line)),
    (line) => starts.includes(addressOf(line)),
  )
}
