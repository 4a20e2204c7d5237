import { readSelection } from './selection.js'
import { readWords } from './words.js'

/** Letters that select files or processes whatever their value, and those that do so with one. */
const SELECT = 'cdDgiNuUZ'
const SELECT_WITH_VALUE = 'KLms'

/** The processes that a run of lsof with these words lists alone; undefined where it may list any. */
export function pidsAsked(words: readonly string[], version: string): readonly number[] | undefined {
  const { options, names } = readWords(words, version)
  const { and, pids } = readSelection(options)
  if (pids.included.length === 0) return undefined
  const selects = options.some(
    ({ letter, value }) => SELECT.includes(letter) || (value !== undefined && SELECT_WITH_VALUE.includes(letter)),
  )
  // Without -a a file is listed that any one of the options selects.
  return and || (!selects && names.length === 0) ? pids.included : undefined
}
