import type { Adapter } from '../adapter.js'

/** The adapter of a tool and those of the files it reads, without the others: loading them takes longer than most runs. */
export async function adaptersOf(tool: string): Promise<readonly Adapter[]> {
  const { maps } = await import('../../adapters/maps/index.js')
  if (tool === 'lsof') return [maps, (await import('../../adapters/lsof/index.js')).lsof]
  const { smaps } = await import('../../adapters/smaps/index.js')
  return [maps, smaps, (await import('../../adapters/pmap/index.js')).pmap]
}
