import type { View } from '../../../src/adapter.js'
import { latin1, withoutDeletedMark } from '../../../src/model/pathname.js'
import { MADE_UP_KEY, partOf, type ShownNames } from './listed-keys.js'
import { bytesOf } from './name-parts.js'

/** Names so long may have lost their end, in a view of last parts alone too. */
const MAY_BE_CUT = 128

/** What procps and busybox begin a name with that they made up themselves, and what they end it with. */
const MADE_UP = '  [ '
const END = ' ]'

/** How toybox begins a name of the kernel's own. */
const INDENTED = '  '

/** True for a name that may stand for memory without a file, which lsof does not list. */
export function mayBeAnonymous(name: Uint8Array, { dialect, source: { argv } }: View): boolean {
  const text = latin1(name)
  if (text === '') return true
  if (!text.endsWith(']')) return false
  if (dialect.startsWith('toybox')) return text.startsWith(INDENTED)
  const showsKernelNames = argv?.some((word) => /^-[a-zA-Z]*k|^--use-kernel-name$/.test(word)) ?? true
  return text.startsWith(MADE_UP) || (text.startsWith('[') && (showsKernelNames || /^(?:busybox|suse)/.test(dialect)))
}

/** Every spelling by which the file of a shown name may be found among those that are listed, the surest first. */
export function shownKeys(name: Uint8Array, shown: ShownNames): readonly string[] {
  const text = latin1(name)
  const keys: string[] = []
  for (const one of text.startsWith(INDENTED) ? [text, text.slice(INDENTED.length)] : [text]) {
    const key = partOf(withoutDeletedMark(bytesOf(one)), shown)
    keys.push(key)
    // lsof ends a name at a TAB, for which pmap shows a question mark up to 4.0.4.
    if (shown.hidesTabs) {
      for (let at = key.indexOf('?'); at >= 0; at = key.indexOf('?', at + 1)) keys.push(key.slice(0, at))
    } else if (one.includes('\t')) keys.push(partOf(bytesOf(one.slice(0, one.indexOf('\t'))), shown))
  }
  if (text === '' || (text.startsWith(MADE_UP) && text.endsWith(END))) keys.push(MADE_UP_KEY)
  // What was cut may have been cut in its mark.
  if (name.length >= MAY_BE_CUT) keys.push(partOf(name, shown))
  return keys
}
