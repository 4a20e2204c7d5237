import type { View } from '../../../src/adapter.js'

/** The addresses that pmap was told to show, both inclusive; a mapping that overlaps them is shown whole. */
export interface Range {
  readonly low: bigint
  readonly high: bigint
}

const LAST = (1n << 64n) - 1n
const ARGUMENT = /^(?:0x)?([0-9a-f]*)(?:(,)(?:0x)?([0-9a-f]*))?$/i

/**
 * The range of -A: by the words that pmap was called with; without them, from the first mapping shown to the last, where the
 * total is that of the rows, so that none of them was lost on the way. Undefined where it was not asked for, or cannot be told.
 */
export function shownRange(view: View): Range | undefined {
  const { argv } = view.source
  return argv === undefined ? rangeOfRows(view) : rangeOfWords(argv)
}

function rangeOfWords(argv: readonly string[]): Range | undefined {
  for (const [place, word] of argv.entries()) {
    const option = /^(?:-[a-zA-Z]*A|--range=?)(.*)$/.exec(word)
    if (option === null) continue
    const match = ARGUMENT.exec(option[1] || (argv[place + 1] ?? ''))
    if (match === null) return undefined
    const [, low, comma, high] = match
    if (comma === undefined) return { low: hex(low, 0n), high: hex(low, LAST) }
    return { low: hex(low, 0n), high: hex(high, LAST) }
  }
  return undefined
}

function rangeOfRows({ table, totals }: View): Range | undefined {
  const total = totals.find(({ name }) => name === 'Size')?.value
  if (total === undefined || table.length === 0) return undefined
  let sum = 0n
  for (let row = 0; row < table.length; row++) sum += table.size(row) ?? 0n
  const low = table.start(0)
  const high = table.start(table.length - 1)
  return low === undefined || high === undefined || sum !== total ? undefined : { low, high }
}

function hex(digits: string | undefined, otherwise: bigint): bigint {
  return digits === undefined || digits === '' ? otherwise : BigInt(`0x${digits}`)
}
