import { lsof } from '../../adapters/lsof/index.js'
import { maps } from '../../adapters/maps/index.js'
import { runDropIn } from './drop-in.js'

/** Runs `memmaps lsof`; of the adapters only those it takes are loaded, for loading the others takes longer than most runs. */
export function runLsof(words: readonly string[], options: { as?: string } = {}): Promise<number> {
  return runDropIn([maps, lsof], 'lsof', words, options)
}
