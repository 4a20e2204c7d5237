import { compareVersions } from '../src/model/version.js'
import type { Process } from './processes.js'

/** The first release whose smaps has all that toybox -x reads: of an older one it prints rows without an end. */
const EXTENDED_SINCE = '2.6.26'

/** A name that reads as a number or a flag, or of which nobody can tell where it begins, where no title says. */
const LIKE_A_CELL = /^(?:[ \d]|[a-z]{2}(?: |$))/

/** A name that ends as a note of lsof does. */
const LIKE_A_NOTE = /\((?:stat: |path |[-+]e )[^(]*\)(?: \(deleted\))*(?:\t.*)?$/s

/** The words without those with which nobody could read the text about these processes alone. */
export function readableWords(
  words: readonly string[],
  version: string,
  processes: readonly Process[],
): readonly string[] {
  const names = processes.map(({ space }) =>
    space.mappings.map(({ pathname }) => Buffer.from(pathname).toString('latin1')),
  )
  const kernel = processes[0]?.space.kernel ?? ''
  const isWide = words.some((word) => word.startsWith('-X'))
  const unreadable: Readonly<Record<string, boolean>> = {
    '-x': version.startsWith('toybox') && compareVersions(kernel, EXTENDED_SINCE) < 0,
    '-q': isWide && !names.every(tellNumbersFromNames),
    // Of processes without threads it lists nothing.
    '-K': processes.every(({ threads }) => threads.length === 0),
    '-w': names.flat().some((name) => LIKE_A_NOTE.test(name)),
  }
  return words.filter((word) => unreadable[word] !== true)
}

function tellNumbersFromNames(names: readonly string[]): boolean {
  const last = names.map((name) => name.slice(name.lastIndexOf('/') + 1))
  return last.some((name) => name !== '') && !last.some((name) => LIKE_A_CELL.test(name))
}
