import type { Adapter, Match } from '../adapter.js'
import { indented, unwrapped, type Wrapping, wrappingOf } from '../scan/wrapping.js'

/** What a text is, and why. */
export interface Detected {
  readonly adapter: Adapter
  readonly match: Match
}

/** How many lines of something else may stand before a text. */
const MOST_FOREIGN_LINES = 5

const RANK: Readonly<Record<Match['confidence'], number>> = { sure: 3, likely: 2, possible: 1 }

/** What every adapter that knows the first bytes of a text says of them, the surest first. */
export function candidates(adapters: readonly Adapter[], head: Uint8Array): readonly Detected[] {
  return adapters
    .flatMap((adapter) => {
      const match = adapter.detect(head)
      return match === undefined ? [] : [{ adapter, match }]
    })
    .sort((a, b) => RANK[b.match.confidence] - RANK[a.match.confidence])
}

/**
 * What the adapters say of a text that begins with lines of something else: the prompt and command that somebody pasted with
 * it, say. The first line that an adapter knows decides, and nobody is sure.
 */
export function candidatesBelow(adapters: readonly Adapter[], head: Uint8Array): readonly Detected[] {
  let from = 0
  for (let line = 2; line <= MOST_FOREIGN_LINES + 1; line++) {
    const newline = head.indexOf(0x0a, from)
    if (newline < 0) return []
    from = newline + 1
    const found = candidates(adapters, head.subarray(from)).filter(({ match }) => match.confidence !== 'possible')
    if (found.length > 0) return found.map(({ adapter, match }) => ({ adapter, match: fromLine(match, line) }))
  }
  return []
}

function fromLine({ dialect, because }: Match, line: number): Match {
  return { dialect, confidence: 'likely', because: `from line ${line} on, ${because}` }
}

/**
 * What stands around the lines of a text. Blanks that every line begins with are taken off only if that makes an adapter
 * surer of it: some tools align their first column.
 */
export function wrappingFor(adapters: readonly Adapter[], head: Uint8Array): Wrapping {
  const wrapping = wrappingOf(head)
  const further = indented(wrapping, head)
  if (further === undefined) return wrapping
  const sureness = (one: Wrapping): number => rank(candidates(adapters, unwrapped(head, one)))
  return sureness(further) > sureness(wrapping) ? further : wrapping
}

function rank([best]: readonly Detected[]): number {
  return best === undefined ? 0 : RANK[best.match.confidence]
}
