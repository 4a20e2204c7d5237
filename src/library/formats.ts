import { adapters } from '../../adapters/index.js'
import { type Format, formats as formatsOf } from '../ops/formats.js'

/** Every format there is, with what each of its dialects says of a region: exactly, with something lost, or not at all. */
export function formats(): readonly Format[] {
  return formatsOf(adapters)
}
