import { escapedByte, escapeSize } from '../scan/c-escape.js'

/**
 * Replaces a name that is printed with escapes: what they stand for is replaced, and spelt the same way again.
 *
 * Bytes that are escaped stay of their kind, so the spelling stays as long as it was.
 */
export function replaceSpelt(printed: Uint8Array, replace: (name: Uint8Array) => Uint8Array): Uint8Array {
  const name: number[] = []
  const places: number[] = []
  for (let at = 0; at < printed.length; at += escapeSize(printed, at)) {
    places.push(at)
    name.push(escapedByte(printed, at))
  }
  const token = replace(Uint8Array.from(name))
  const spelt = Uint8Array.from(printed)
  places.forEach((at, i) => {
    const byte = token[i] as number
    const size = escapeSize(printed, at)
    // Two bytes are a letter's escape, or a caret, which may be itself: they stay.
    if (size === 1) spelt[at] = byte
    else if (size === 4) {
      const digits = byte.toString(16).padStart(2, '0')
      spelt[at + 2] = digits.charCodeAt(0)
      spelt[at + 3] = digits.charCodeAt(1)
    }
  })
  return spelt
}
