import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import type { Snapshot as Taken } from '../capture/types.js'
import { viewOf } from './snapshot-views.js'

/** Every view of one process, taken between two equal readings of its maps; each is read when `views` is first asked for. */
export interface Snapshot extends Taken {
  /** The view of each text, in the same order. */
  readonly views: readonly View[]
}

/** A snapshot with the views of its texts. */
export function withViews(taken: Taken): Snapshot {
  let views: readonly View[] | undefined
  return {
    ...taken,
    get views() {
      views ??= taken.texts.map((text) => viewOf(adapters, taken, text))
      return views
    },
  }
}
