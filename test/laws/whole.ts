import { captureFolders } from '../../src/golden/captures.js'
import { sampled } from '../captures/sample.js'
import type { Text } from './corpus.js'

const folders = sampled(captureFolders()).map(({ name }) => `${name}/`)

/** True for the texts that a law which takes its time runs over whole and in every way: all but those of four captures in five. */
export function isWhole({ name }: Text): boolean {
  return !name.startsWith('captures/') || folders.some((folder) => name.startsWith(folder))
}
