import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { loadCapture } from '../../../../src/capture/folder.js'
import type { Snapshot } from '../../../../src/capture/types.js'
import { viewOf } from '../../../../src/library/snapshot-views.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

/** Texts of sums that lie beside the views of a golden capture, as evidence. */
const SUMS = ['proc/smaps_rollup', 'proc/status'] as const

/** Every view of a golden capture, the sums with them. */
export function viewsOfCapture(path: string): { readonly snapshot: Snapshot; readonly views: readonly View[] } {
  const snapshot = loadCapture(path)
  const views = snapshot.texts.map((text) => viewOf(adapters, snapshot, text))
  for (const file of SUMS) {
    if (snapshot.texts.some((text) => text.file === file) || !existsSync(join(path, file))) continue
    const bytes = readFileSync(join(path, file))
    if (bytes.length === 0) continue
    const { adapter, match } = detect(adapters, bytes)
    views.push(
      ...parse(adapter, bytes, {
        dialect: match.dialect,
        source: { name: file, kernel: snapshot.host.kernel as string },
      }),
    )
  }
  return { snapshot, views }
}
