import { isDirectory } from '../capture/files.js'
import { compareVersions } from '../model/version.js'
import { MemmapsError } from '../report/errors.js'
import type { Wanted } from '../validate/select-cases.js'
import type { Case } from '../validate/types.js'

const LAYOUT = 'name a folder laid out as golden/ is: ADAPTER/KIND/NAME.txt'

/** Throws a MemmapsError where a corpus has no cases, or none of those that are wanted; it says which word is to blame. */
export function requireCases(cases: readonly Case[], every: readonly Case[], wanted: Wanted): void {
  if (every.length === 0) throw new MemmapsError('usage', 'there is no corpus in this folder', LAYOUT)
  const { adapters, flags = [], dialects = [], ids = [], kernels } = wanted
  const meant = every.filter(
    ({ adapter, id }) =>
      (adapters === undefined || adapters.includes(adapter)) &&
      (ids.length === 0 || ids.some((start) => id.startsWith(start))),
  )
  for (const id of ids) {
    if (every.some((one) => one.id.startsWith(id))) continue
    throw new MemmapsError('usage', `none of the texts has an id that begins with ${id}`, `an id is as ${every[0]?.id}`)
  }
  const known = { flags: meant.flatMap((one) => one.flags), dialects: meant.map((one) => one.dialect) }
  for (const flag of flags) requireOne(flag, 'has the flag', 'flags', known)
  for (const dialect of dialects) requireOne(dialect, 'is in the dialect', 'dialects', known)
  if (cases.length > 0) return
  if (kernels === undefined) throw new MemmapsError('usage', `none of ${every.length} texts is all that was asked for`)
  const releases = meant.flatMap(({ kernel }) => kernel ?? []).sort(compareVersions)
  const next = `there are texts of ${releases[0]} to ${releases.at(-1)}`
  throw new MemmapsError(
    'usage',
    `none of ${every.length} texts is of such a kernel and all else that was asked for`,
    next,
  )
}

/** Throws a MemmapsError for a folder of a corpus that is none. */
export function requireFolder(folder: string | undefined): void {
  if (folder === undefined || isDirectory(folder)) return
  throw new MemmapsError('usage', `there is no folder ${folder}`, LAYOUT)
}

function requireOne<T extends string>(
  word: string,
  verb: string,
  what: T,
  known: Readonly<Record<T, readonly string[]>>,
): void {
  if (known[what].includes(word)) return
  const list = [...new Set(known[what])].sort().join(', ')
  throw new MemmapsError('usage', `none of the texts ${verb} ${word}`, `there are the ${what} ${list}`)
}
