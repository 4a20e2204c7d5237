import { adapters } from '../../adapters/index.js'
import type { View } from '../adapter.js'
import { type Check, type CheckOptions, check as checkOf } from '../ops/check.js'

/** Holds a view, or several of one process, against the laws that a list of mappings must obey. */
export function check(views: View | readonly View[], options: CheckOptions = {}): Check {
  return checkOf(adapters, 'table' in views ? [views] : views, options)
}
