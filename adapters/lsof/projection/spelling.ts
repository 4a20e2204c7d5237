import type { View } from '../../../src/adapter.js'
import { basename, latin1, sameBytes, withoutDeletedMark } from '../../../src/model/pathname.js'
import type { NameForm } from '../names/form.js'
import { seenName } from '../names/looked-up.js'
import type { LsofReason } from '../reasons.js'

/** `%127[^\n]`: how much of a name pmap -X reads. */
const WIDE_NAME_BYTES = 127

/** ` (deleted)`. */
const MARK_BYTES = 10

/** True when names are whole paths, as in the kernel's text; pmap prints the last part alone unless called with -p. */
export function hasFullPaths({ table, adapter }: View): boolean {
  if (adapter === 'maps' || adapter === 'smaps') return true
  for (let row = 0; row < table.length; row++) if (table.pathnameBytes(row)?.[0] === 0x2f) return true
  return false
}

/** Names the rule by which a listed name and a richer view's name of one file are spelt in two ways, if there is one. */
export function spellingReason(
  view: View,
  row: number,
  listed: Uint8Array,
  form: NameForm,
  fullPaths: boolean,
): LsofReason | undefined {
  const name = view.table.pathnameBytes(row)
  if (name === undefined) return undefined
  if (name.includes(0xff)) {
    const expected = latin1(form.write(seenName(name, view.dialect).path))
    if (expected.replaceAll('\\xff', '^?') === latin1(form.even(listed))) return 'unsigned-char'
  }
  return view.adapter === 'pmap' && isCut(name, form.read(listed, 'as control bytes'), fullPaths)
    ? 'name-cut'
    : undefined
}

/** True for a path that pmap -X may have cut, or its mark. */
export function mayBeCut(bytes: number): boolean {
  return bytes + MARK_BYTES > WIDE_NAME_BYTES
}

/** True when pmap -X shows the name cut, or without the blanks at its front. */
function isCut(name: Uint8Array, listed: Uint8Array, fullPaths: boolean): boolean {
  const path = withoutDeletedMark(listed)
  const last = latin1(basename(path))
  if (last.trimStart() !== last && last.trimStart() === latin1(name)) return true
  // What is short enough was read whole, its mark too.
  if (!mayBeCut(listed.length)) return false
  const read = path.subarray(0, WIDE_NAME_BYTES)
  return sameBytes(name, fullPaths ? read : basename(read))
}
