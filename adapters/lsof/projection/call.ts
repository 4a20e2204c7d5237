import type { View } from '../../../src/adapter.js'
import { isBefore } from '../../../src/model/version.js'
import type { LsofOptions } from '../call/options.js'
import { readOptions } from '../call/read-options.js'

/** The options of each run that was asked about: rules ask once a row. */
const known = new WeakMap<View['source'], LsofOptions>()

/** What a listing's run was asked for; undefined where nobody knows the words. */
export function optionsOf({ source }: View): LsofOptions | undefined {
  const { argv, version } = source
  if (argv === undefined) return undefined
  let options = known.get(source)
  if (options === undefined) {
    options = readOptions(argv.slice(1), version)
    known.set(source, options)
  }
  return options
}

/** True when the run shows notes behind names: not with -w, and never in JSON. */
export function showsNotes(as: View): boolean {
  return optionsOf(as)?.warnings !== false && as.dialect !== 'json' && as.dialect !== 'jsonl'
}

/** True for lsof since 4.96.0, which looks at the files of another mount namespace through `/proc/PID/map_files`. */
export function usesMapFiles({ source: { version } }: View): boolean {
  return !isBefore(version, '4.96.0')
}

/** True for a listing of a known call that shows the sizes of the files which lsof found. */
export function showsSizes(as: View): boolean {
  const { table } = as
  if (optionsOf(as) === undefined) return false
  for (let row = 0; row < table.length; row++) if (table.file(row)?.size !== undefined) return true
  return false
}
