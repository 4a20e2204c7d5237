import { escapedByte, escapeSize } from '../../../src/scan/c-escape.js'

const CARET = 0x5e

/**
 * The bytes that lsof (all versions) escaped to print a name.
 *
 * lsof does not escape `^`, so `^A` may be a control byte or two characters: `carets` says which it is taken for.
 */
export function unescapeName(name: Uint8Array, carets: 'as control bytes' | 'as they are'): Uint8Array {
  const bytes: number[] = []
  for (let at = 0; at < name.length; ) {
    const asItIs = carets === 'as they are' && name[at] === CARET
    bytes.push(asItIs ? CARET : escapedByte(name, at))
    at += asItIs ? 1 : escapeSize(name, at)
  }
  return Uint8Array.from(bytes)
}
