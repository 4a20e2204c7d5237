import { adapters } from '../../adapters/index.js'
import type { Match } from '../adapter.js'
import { detect as detectOf } from '../ops/detect.js'
import { bytesOf } from './text.js'

/** What a text is, and how sure that is. */
export interface Detection {
  /** The name that `parse` takes as `from`: `pmap:x`. */
  readonly name: string
  readonly confidence: Match['confidence']
  /** What was seen, for people. */
  readonly because: string
}

/** Finds out the format of a text by its first KiB; throws a MemmapsError when it is none, or could be several. */
export function detect(text: string | Uint8Array): Detection {
  const { adapter, match } = detectOf(adapters, bytesOf(text))
  return { name: `${adapter.name}:${match.dialect}`, confidence: match.confidence, because: match.because }
}
