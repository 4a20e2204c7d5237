import type { Adapter } from '../adapter.js'
import { isWithin } from '../kernel/version.js'
import { MemmapsError } from '../report/errors.js'

/** An adapter, with one of its dialects and a version of its tool where they were named. */
export interface AdapterChoice {
  readonly adapter: Adapter
  readonly dialect?: string
  /** The version of the tool that shall be written as. */
  readonly version?: string
}

/** The adapter, dialect and version of a name such as `pmap`, `pmap:x`, `lsof@4.95` or `pmap:x@4.0.4`. */
export function parseAdapterName(adapters: readonly Adapter[], text: string): AdapterChoice {
  const [named = '', version] = divided(text, text.lastIndexOf('@'))
  const [name = '', dialect] = divided(named, named.indexOf(':'))
  const adapter = adapters.find((one) => one.name === name)
  if (adapter === undefined) {
    const known = adapters.map((one) => one.name).join(', ')
    throw new MemmapsError('usage', `there is no format ${quoted(name)}`, `use one of: ${known}`)
  }
  if (dialect !== undefined && !Object.hasOwn(adapter.dialects, dialect)) {
    const known = Object.keys(adapter.dialects).map((one) => `${name}:${one}`)
    throw new MemmapsError('usage', `${name} has no dialect ${quoted(dialect)}`, `use one of: ${known.join(', ')}`)
  }
  if (version !== undefined) requireVersion(adapter, dialect, version)
  return { adapter, ...(dialect === undefined ? {} : { dialect }), ...(version === undefined ? {} : { version }) }
}

function divided(text: string, at: number): readonly string[] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Throws a MemmapsError for a version that is none, or that does not print the dialect. */
function requireVersion({ name, dialects, imitates }: Adapter, dialect: string | undefined, version: string): void {
  if (imitates === undefined) {
    throw new MemmapsError('usage', `${name} is written in one way, whatever the version`, `leave @${version} out`)
  }
  if (!/^\d+(\.\d+)*$/.test(version)) {
    const known = imitates.versions.filter((one) => /^\d/.test(one)).map((one) => `${name}@${one}`)
    throw new MemmapsError(
      'usage',
      `${version === '' ? 'an empty word' : version} is no version of ${name}`,
      `use one like: ${known.join(', ')}`,
    )
  }
  const about = dialect === undefined ? undefined : dialects[dialect]
  if (about === undefined || isWithin(version, about)) return
  const { since, until } = about
  const span = [since === undefined ? [] : [`since ${since}`], until === undefined ? [] : [`until ${until}`]].flat()
  throw new MemmapsError(
    'usage',
    `${name} ${version} does not print ${name}:${dialect}`,
    `it is printed ${span.join(', ')}`,
  )
}

function quoted(text: string): string {
  return text === '' ? 'without a name' : text
}
