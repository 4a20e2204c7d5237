import { fileURLToPath } from 'node:url'
import { findCaptures } from '../../tools/golden/cases.js'
import { sampled } from '../captures/sample.js'
import type { Text } from './corpus.js'

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url))

const folders = sampled(findCaptures(GOLDEN)).map(({ name }) => `${name}/`)

/** True for the texts that a law which takes its time runs over whole and in every way: all but those of four captures in five. */
export function isWhole({ name }: Text): boolean {
  return !name.startsWith('captures/') || folders.some((folder) => name.startsWith(folder))
}
