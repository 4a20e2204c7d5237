import type { Adapter, Match } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'

/** How much of a text detection looks at, in bytes. */
export const HEAD_BYTES = 1024

/** What a text is, and why. */
export interface Detected {
  readonly adapter: Adapter
  readonly match: Match
}

const RANK: Readonly<Record<Match['confidence'], number>> = { sure: 3, likely: 2, possible: 1 }

/** Finds the one adapter that is surest of a text, by its first KiB; throws a MemmapsError when there is not exactly one. */
export function detect(adapters: readonly Adapter[], text: Uint8Array): Detected {
  const head = text.subarray(0, HEAD_BYTES)
  if (head.length === 0) throw undetected('the text is empty', 'check where it comes from')
  const found = candidates(adapters, head)
  const [best, second] = found
  if (best !== undefined && best.match.confidence === 'sure' && !tied(best, second)) return best
  // lsof -F0 alone has NULs, and is sure of itself.
  if (head.includes(0)) throw undetected('this is binary, not text', 'name a text, or a pid')
  if (best === undefined) {
    throw undetected(
      'the text is in no format that is known here',
      'name its format with -f; memmaps formats lists them',
    )
  }
  if (!tied(best, second)) return best
  const said = found
    .filter((one) => tied(best, one))
    .map(({ adapter, match }) => `${adapter.name} (${match.confidence}: ${match.because})`)
  const names = found.filter((one) => tied(best, one)).map(({ adapter }) => `-f ${adapter.name}`)
  throw undetected(`the text could be ${said.join(', or ')}`, `say which it is: ${names.join(' or ')}`)
}

/** What every adapter that knows the text says of it, the surest first. */
function candidates(adapters: readonly Adapter[], head: Uint8Array): readonly Detected[] {
  return adapters
    .flatMap((adapter) => {
      const match = adapter.detect(head)
      return match === undefined ? [] : [{ adapter, match }]
    })
    .sort((a, b) => RANK[b.match.confidence] - RANK[a.match.confidence])
}

function tied(best: Detected, other: Detected | undefined): boolean {
  return other?.match.confidence === best.match.confidence
}

function undetected(message: string, next: string): MemmapsError {
  return new MemmapsError('undetected', message, next)
}
