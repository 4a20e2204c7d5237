import { basename, latin1 } from '../../../src/model/pathname.js'
import type { FileFacts } from '../../../src/model/region.js'
import type { NameForm } from '../names/form.js'
import { bytesOf, fromSlash, questionMarks } from './name-parts.js'

/** A name without a path, where a pmap prints `[ anon ]` for it. */
export const MADE_UP_KEY = '\0'

/** A line of maps of which pmap reads 1,023 bytes has as many of the name at least: 73 stand before it, or 49 on 32 bits. */
export const SHORTEST_CUT = 950
const LONGEST_CUT = 974

/** A row of the kernel's text that is marked deleted ends so. */
const MARK = ' (deleted)'

/** ` (server:/export)`, as lsof puts it behind a name. */
const SERVER = / \([^()]+:\/[^()]*\)$/

const SLASH = 0x2f

/** What a view without inodes has of names. */
export interface ShownNames {
  readonly fullPaths: boolean
  /** True for a pmap that makes up a name where there is no slash. */
  readonly makesUp: boolean
  /** True for a pmap that may show a question mark for a TAB. */
  readonly hidesTabs: boolean
  /** True for a pmap that ends a name at its first blank. */
  readonly cutsAtBlank: boolean
}

/** Every spelling, one character a byte, in which a pmap may show the file that is listed so. */
export function listedKeys(
  listed: Uint8Array,
  { descriptor, note, size }: FileFacts,
  form: NameForm,
  shown: ShownNames,
): ReadonlySet<string> {
  const keys = new Set<string>()
  const text = latin1(listed)
  const spellings = new Set([text, text.replace(SERVER, '')])
  // A real name may end as a note does, where no size tells.
  if (note !== undefined && size === undefined) spellings.add(`${text} ${note}`)
  // What the link of the executable says has its mark, and its newlines are not escaped twice.
  if (descriptor === 'txt') spellings.add(text.replace(/ \(deleted\)$/, '').replaceAll('\\n', '\\\\012'))
  for (const name of spellings) {
    for (const carets of ['as control bytes', 'as they are'] as const) {
      addKeys(keys, form.read(bytesOf(name), carets), shown)
    }
    // Where char is unsigned byte 0xff is `^?`.
    if (name.includes('^?'))
      addKeys(keys, form.read(bytesOf(name.replaceAll('^?', '\\xff')), 'as control bytes'), shown)
  }
  keys.delete('')
  return keys
}

function addKeys(keys: Set<string>, name: Uint8Array, shown: ShownNames): void {
  keys.add(partOf(name, shown))
  if (shown.cutsAtBlank) keys.add(partOf(bytesOf(latin1(name).replace(/[ \t-\r].*$/s, '')), shown))
  if (!name.includes(SLASH)) {
    if (shown.makesUp) keys.add(MADE_UP_KEY)
    const bracket = name.indexOf(0x5b)
    if (bracket > 0) keys.add(partOf(name.subarray(bracket), shown))
  }
  if (name.length + MARK.length <= SHORTEST_CUT) return
  for (const whole of [name, bytesOf(latin1(name) + MARK)]) {
    for (const length of [SHORTEST_CUT, LONGEST_CUT]) keys.add(partOf(whole.subarray(0, length), shown))
  }
}

/** As much of a name as the view shows, with `?` for what some version of pmap does not print. */
export function partOf(name: Uint8Array, { fullPaths }: ShownNames): string {
  return latin1(questionMarks(fullPaths ? fromSlash(name) : basename(name)))
}
