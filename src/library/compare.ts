import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import { type CompareOptions, type Comparison, compare as compareOf } from '../ops/compare.js'

/** Tells whether views of one process can be true together; the first is not special: the richest is held against the others. */
export function compare(views: readonly View[], options: CompareOptions = {}): Comparison {
  return compareOf(adapters, views, options)
}
