import type { Adapter, View } from '../adapter.js'
import { loadCapture } from '../capture/folder.js'
import { viewOf } from '../library/snapshot-views.js'
import { richest } from '../ops/richest.js'
import { MemmapsError } from '../report/errors.js'

/** The view of a capture folder that says most, with what else the capture knows of the process. */
export function readCapture(adapters: readonly Adapter[], directory: string): View {
  const snapshot = loadCapture(directory)
  const views = snapshot.texts.map((text) => viewOf(adapters, snapshot, text))
  const view = views[richest(adapters, views)]
  if (view === undefined) throw new MemmapsError('unreadable', `${directory} has no views`, 'capture again')
  const { state: _, kind: __, ...process } = snapshot.process
  return { ...view, process, source: { ...view.source, name: `${directory}/${view.source.name}` } }
}
