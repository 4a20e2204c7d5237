import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { loadCapture } from '../../../../src/capture/folder.js'
import type { Snapshot } from '../../../../src/capture/types.js'
import { viewOf } from '../../../../src/library/snapshot-views.js'

/** Every view of a golden capture. */
export function viewsOfCapture(path: string): { readonly snapshot: Snapshot; readonly views: readonly View[] } {
  const snapshot = loadCapture(path)
  return { snapshot, views: snapshot.texts.map((text) => viewOf(adapters, snapshot, text)) }
}
