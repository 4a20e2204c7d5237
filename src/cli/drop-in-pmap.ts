import { maps } from '../../adapters/maps/index.js'
import { pmap } from '../../adapters/pmap/index.js'
import { smaps } from '../../adapters/smaps/index.js'
import { runDropIn } from './drop-in.js'

/** Runs `memmaps pmap`; of the adapters only those it takes are loaded, for loading the others takes longer than most runs. */
export function runPmap(words: readonly string[], options: { as?: string } = {}): Promise<number> {
  return runDropIn([maps, smaps, pmap], 'pmap', words, options)
}
