import type { Facts, View } from '../../../src/adapter.js'
import { basename, latin1, withoutDeletedMark } from '../../../src/model/pathname.js'

const SLASH = 0x2f

/** The last part of a name, without one ` (deleted)`, and with `?` for what some version of pmap does not print. */
export function lastPart(name: Uint8Array): Uint8Array {
  return questionMarks(basename(withoutDeletedMark(name)))
}

/** What pmap -p shows of a path. */
export function fromSlash(name: Uint8Array): Uint8Array {
  return name.subarray(Math.max(0, name.indexOf(SLASH)))
}

/** A name with `?` for what some version of pmap does not print. */
export function questionMarks(name: Uint8Array): Uint8Array {
  return name.map((byte) => (byte < 0x20 || byte > 0x7e ? 0x3f : byte))
}

/** The last part of the executable's path as pmap shows it: as /proc says, else as the listing's row txt says. */
export function executableOf(as: View, { process }: Facts): string | undefined {
  const pathname = process?.exe?.pathname
  if (pathname !== undefined) return latin1(lastPart(new TextEncoder().encode(pathname.replaceAll('\n', '\\012'))))
  for (let row = 0; row < as.table.length; row++) {
    const name = as.table.pathnameBytes(row)
    if (as.table.file(row)?.descriptor === 'txt' && name !== undefined) return latin1(lastPart(name))
  }
  return undefined
}

/** The bytes of a text of one character a byte. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
