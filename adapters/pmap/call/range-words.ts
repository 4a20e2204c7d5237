/** The addresses of -A so far, and whether the last one gave two. */
export interface Limits {
  readonly low: bigint
  readonly high: bigint
  readonly isPair: boolean
}

const LAST = (1n << 64n) - 1n

/** All that a pmap shows that was not told any. */
export const NO_LIMITS: Limits = { low: 0n, high: LAST, isPair: false }

/** The limits after one more argument of -A, as procps reads it; undefined where it cannot. */
export function limitsOf(argument: string, before: Limits): Limits | undefined {
  const comma = argument.indexOf(',')
  const isPair = comma >= 0
  const [first, second] = isPair ? [argument.slice(0, comma), argument.slice(comma + 1)] : [argument, argument]
  const low = first === '' ? before.low : addressOf(first)
  const high = second === '' ? before.high : addressOf(second)
  return low === undefined || high === undefined ? undefined : { low, high, isPair }
}

/** The words that ask for these limits; none for all there is. */
export function limitWords(limits: Limits): readonly string[] {
  if (limits === NO_LIMITS) return []
  const { low, high, isPair } = limits
  return ['-A', isPair || low !== high ? `${low.toString(16)},${high.toString(16)}` : low.toString(16)]
}

/** A number as `strtoul` with base 16 reads it: what is beyond 64 bits is their highest, a minus counts from there down. */
function addressOf(text: string): bigint | undefined {
  const match = /^[ \t-\r]*([+-]?)(?:0x)?([0-9a-f]+)$/i.exec(text)
  if (match === null) return undefined
  const value = BigInt(`0x${match[2]}`)
  if (value > LAST) return LAST
  return match[1] === '-' ? BigInt.asUintN(64, -value) : value
}
