import type { Block } from './block.js'

const encoder = new TextEncoder()

/** The pids that lsof -t (all versions) prints: a line for each process of which there is a row. */
export function* writePids(blocks: readonly Block[]): Iterable<Uint8Array> {
  let last: number | undefined
  for (const { view, process } of blocks) {
    if (view.table.length === 0 || process.pid === last) continue
    last = process.pid
    yield encoder.encode(`${last}\n`)
  }
}
