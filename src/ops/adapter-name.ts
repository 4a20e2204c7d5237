import type { Adapter } from '../adapter.js'
import { MemmapsError } from '../report/errors.js'

/** An adapter, and one of its dialects where one was named. */
export interface AdapterChoice {
  readonly adapter: Adapter
  readonly dialect?: string
}

/** The adapter and dialect of a name such as `pmap` or `pmap:x`. */
export function parseAdapterName(adapters: readonly Adapter[], text: string): AdapterChoice {
  const colon = text.indexOf(':')
  const name = colon < 0 ? text : text.slice(0, colon)
  const adapter = adapters.find((one) => one.name === name)
  if (adapter === undefined) {
    const known = adapters.map((one) => one.name).join(', ')
    throw new MemmapsError('usage', `there is no format ${quoted(name)}`, `use one of: ${known}`)
  }
  if (colon < 0) return { adapter }
  const dialect = text.slice(colon + 1)
  if (!Object.hasOwn(adapter.dialects, dialect)) {
    const known = Object.keys(adapter.dialects).map((one) => `${name}:${one}`)
    throw new MemmapsError('usage', `${name} has no dialect ${quoted(dialect)}`, `use one of: ${known.join(', ')}`)
  }
  return { adapter, dialect }
}

function quoted(text: string): string {
  return text === '' ? 'without a name' : text
}
