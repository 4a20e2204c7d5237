import type { Adapter, Releases } from '../adapter.js'
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
export function requireVersion(adapter: Adapter, dialect: string | undefined, version: string): void {
  const { name, dialects, imitates, releases } = adapter
  if (releases !== undefined) requireRelease(name, releases, version)
  else if (imitates === undefined) {
    throw new MemmapsError('usage', `${name} is written in one way, whatever the version`, `leave @${version} out`)
  } else if (!/^\d+(\.\d+)*$/.test(version)) throw noVersion(name, imitates.versions, version)
  const about = dialect === undefined ? undefined : dialects[dialect]
  if (about === undefined) return
  if (about.foreign) {
    const own = Object.keys(dialects)[0]
    throw new MemmapsError(
      'usage',
      `${name}:${dialect} is printed by no Linux, whatever its version`,
      `leave @${version} out, or write ${name}:${own}@${version}`,
    )
  }
  if (isWithin(version, about)) return
  const { since, until } = about
  const span = [since === undefined ? [] : [`since ${since}`], until === undefined ? [] : [`until ${until}`]].flat()
  throw new MemmapsError(
    'usage',
    `${name} ${version} does not print ${name}:${dialect}`,
    `it is printed ${span.join(', ')}`,
  )
}

/** Throws a MemmapsError for what is no release of Linux, as uname prints it, or one of which nothing is known. */
function requireRelease(name: string, { versions }: Releases, version: string): void {
  // 2.6 alone, and 6, are a whole series.
  if (!/^(?:2\.6\.\d+|[3-9]\.\d+|\d{2,}\.\d+)(?:[.+~-][\w.+~-]*)?$/.test(version))
    throw noVersion(name, versions, version)
  const [oldest = ''] = versions
  const newest = versions.at(-1) ?? ''
  if (isWithin(version, { since: oldest, until: newest })) return
  throw new MemmapsError(
    'usage',
    `it is not known how Linux ${version} prints ${name}`,
    `name one of ${oldest} to ${newest}`,
  )
}

function noVersion(name: string, versions: readonly string[], version: string): MemmapsError {
  const known = versions.filter((one) => /^\d/.test(one)).map((one) => `${name}@${one}`)
  return new MemmapsError(
    'usage',
    `${version === '' ? 'an empty word' : version} is no version of ${name}`,
    `use one like: ${known.join(', ')}`,
  )
}

function quoted(text: string): string {
  return text === '' ? 'without a name' : text
}
