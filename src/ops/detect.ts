import type { Adapter } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'
import { HEAD_BYTES, unwrapped } from '../scan/wrapping.js'
import { candidates, candidatesBelow, type Detected, wrappingFor } from './candidates.js'

/** Finds the one adapter that is surest of a text, by its first KiB; throws a MemmapsError when there is not exactly one. */
export function detect(adapters: readonly Adapter[], text: Uint8Array): Detected {
  const head = text.subarray(0, HEAD_BYTES)
  if (head.length === 0) throw undetected('the text is empty', 'check where it comes from')
  const lines = unwrapped(head, wrappingFor(adapters, head))
  const known = candidates(adapters, lines)
  const found = known.length > 0 ? known : candidatesBelow(adapters, lines)
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

function tied(best: Detected, other: Detected | undefined): boolean {
  return other?.match.confidence === best.match.confidence
}

function undetected(message: string, next: string): MemmapsError {
  return new MemmapsError('undetected', message, next)
}
