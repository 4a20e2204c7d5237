import { basename } from '../../../src/model/pathname.js'
import type { Mapping, NameRules, PrintedName } from './name.js'
import type { PmapReason } from './reasons.js'

const BUSYBOX_ANON = encode('  [ anon ]')
const TOYBOX_ANON = encode('  [anon]')
const SUSE_ANON = encode('[anon]')
const INDENT = encode('  ')
const OPENING = 0x5b

/** The name column of busybox since 1.38: the rest of the line. */
export function busyboxName(mapping: Mapping, rules: NameRules): PrintedName {
  const { name, reasons } = read(mapping, rules)
  return { name: name.length === 0 ? BUSYBOX_ANON : name, reasons }
}

/** The name column of busybox up to 1.37: the rest of the line up to the first blank, TAB, or the like. */
export function busyboxCutName(mapping: Mapping, rules: NameRules): PrintedName {
  const { name, reasons } = read(mapping, rules)
  if (name.length === 0) return { name: BUSYBOX_ANON, reasons }
  const cut = firstWord(name)
  return { name: cut, reasons: cut.length < name.length ? [...reasons, 'blank-cuts-name'] : reasons }
}

/** The name column of toybox: what follows the last slash, indented when the kernel's name begins with a bracket. */
export function toyboxName({ name }: Mapping, { wholePath }: NameRules): PrintedName {
  if (name.length === 0) return { name: TOYBOX_ANON, reasons: [] }
  const line = firstLine(name)
  const shown = wholePath ? line : basename(line)
  return {
    name: name[0] === OPENING ? Uint8Array.of(...INDENT, ...shown) : shown,
    reasons: shown.length < name.length ? ['basename-only'] : [],
  }
}

/** The name column of SUSE's own pmap: the path without ` (deleted)`. */
export function suseName({ name }: Mapping): PrintedName {
  if (name.length === 0) return { name: SUSE_ANON, reasons: [] }
  const cut = firstWord(name)
  return { name: cut, reasons: cut.length < name.length ? ['blank-cuts-name'] : [] }
}

/** True for the names of a program that is not procps. */
export function isCellName(name: (mapping: Mapping, rules: NameRules) => PrintedName): boolean {
  return name === busyboxName || name === busyboxCutName || name === toyboxName || name === suseName
}

/** As much of the name as the program reads. */
function read(mapping: Mapping, { lineBytes }: NameRules): { name: Uint8Array; reasons: PmapReason[] } {
  const { column } = mapping
  const name = firstLine(mapping.name)
  const most = lineBytes - column
  if (name.length <= most) return { name, reasons: [] }
  return { name: name.subarray(0, most), reasons: ['long-line-split'] }
}

/** What stands in the name's own line, where a kernel prints a newline as it is. */
function firstLine(name: Uint8Array): Uint8Array {
  const end = name.indexOf(0x0a)
  return end < 0 ? name : name.subarray(0, end)
}

/** The bytes before the first that C calls a space. */
export function firstWord(name: Uint8Array): Uint8Array {
  const end = name.findIndex((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
  return end < 0 ? name : name.subarray(0, end)
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
