import { adapters } from '../../adapters/index.js'
import type { Facts, View } from '../adapter.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import { Conversion } from '../ops/conversion.js'

/** Options of `convert`. */
export interface ConvertOptions {
  /** Throws when the target cannot say all that the views say, with a list of what it cannot. */
  readonly strict?: boolean
  /** What else is known of the process: it is written where the target can say it. */
  readonly facts?: Facts
}

/** Writes views in another format, as `json` or `maps:32bit`; `losses` of the result tells what that format cannot say. */
export function convert(views: View | readonly View[], to: string, options: ConvertOptions = {}): Conversion {
  const { strict = false, facts } = options
  const list = 'table' in views ? [views] : views
  const conversion = new Conversion(adapters, list, parseAdapterName(adapters, to), facts)
  if (strict) conversion.requireWhole()
  return conversion
}
