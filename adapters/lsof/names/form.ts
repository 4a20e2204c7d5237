import type { View } from '../../../src/adapter.js'
import { isCharUnsigned } from './char.js'
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

const PRINTED: NameForm = { write: (name) => escapeC(name), read: unescapeName, even: toC }
const RAW: NameForm = { write: same, read: same, even: same }

const PRINTED_UTF8: NameForm = { write: (name) => escapeUtf8(name), read: unescapeName, even: same }

/** The form of a view's names. */
export function nameFormOf({ dialect, source }: View): NameForm {
  if (isRaw(dialect)) return RAW
  const { locale, arch } = source
  const form = locale === 'UTF-8' ? PRINTED_UTF8 : PRINTED
  if (!isCharUnsigned(arch)) return form
  return { ...form, write: (name) => (locale === 'UTF-8' ? escapeUtf8 : escapeC)(name, true) }
}

function isRaw(dialect: string): boolean {
  return dialect === 'json' || dialect === 'jsonl'
}

/** What brings the names of two listings into one form: the printed one, if either has it, for it says less. */
export function commonForm(view: View, as: View): { left: NameForm['even']; right: NameForm['even'] } {
  const from = isRaw(view.dialect) ? RAW : PRINTED
  const to = isRaw(as.dialect) ? RAW : PRINTED
  if (from === to) return { left: from.even, right: from.even }
  const unsigned = isCharUnsigned((from === RAW ? as : view).source.arch)
  const written = (name: Uint8Array): Uint8Array => escapeC(name, unsigned)
  return from === RAW ? { left: written, right: toC } : { left: toC, right: written }
}

/** What brings the names of a view into the spelling of a dialect; what a `^` stands for is not certain, and it stays. */
export function respelling(view: View, dialect: string): NameForm['even'] {
  if (isRaw(view.dialect) === isRaw(dialect)) return same
  if (!isRaw(dialect)) return nameFormOf({ ...view, dialect }).write
  return (name) => unescapeName(name, 'as they are')
}
