import type { View } from '../../../src/adapter.js'
import { escapeC, escapeUtf8, toC } from './escape.js'
import { unescapeName } from './unescape.js'

/** How a text of lsof spells names: escaped, as the table and -F print them, or as they are, in -J and -j. */
export interface NameForm {
  /** A name's own bytes in this form; escapes are those of `LC_ALL=C` where no locale is known. */
  write(name: Uint8Array): Uint8Array
  /** The own bytes of a name in this form; what a `^` stands for is not certain. */
  read(name: Uint8Array, carets: 'as control bytes' | 'as they are'): Uint8Array
  /** A name in this form, printed in any locale, as `write` would have made it. */
  even(name: Uint8Array): Uint8Array
}

const same = (name: Uint8Array): Uint8Array => name

const PRINTED: NameForm = { write: escapeC, read: unescapeName, even: toC }
const RAW: NameForm = { write: same, read: same, even: same }

const PRINTED_UTF8: NameForm = { write: escapeUtf8, read: unescapeName, even: same }

/** The form of a view's names. */
export function nameFormOf({ dialect, source }: View): NameForm {
  if (isRaw(dialect)) return RAW
  return source.locale === 'UTF-8' ? PRINTED_UTF8 : PRINTED
}

function isRaw(dialect: string): boolean {
  return dialect === 'json' || dialect === 'jsonl'
}

/** What brings the names of two listings into one form: the printed one, if either has it, for it says less. */
export function commonForm(view: View, as: View): { left: NameForm['even']; right: NameForm['even'] } {
  const from = isRaw(view.dialect) ? RAW : PRINTED
  const to = isRaw(as.dialect) ? RAW : PRINTED
  if (from === to) return { left: from.even, right: from.even }
  return from === RAW ? { left: escapeC, right: toC } : { left: toC, right: escapeC }
}

/** What brings the names of a view into the spelling of a dialect; what a `^` stands for is not certain, and it stays. */
export function respelling(view: View, dialect: string): NameForm['even'] {
  if (isRaw(view.dialect) === isRaw(dialect)) return same
  if (!isRaw(dialect)) return nameFormOf({ ...view, dialect }).write
  return (name) => unescapeName(name, 'as they are')
}
