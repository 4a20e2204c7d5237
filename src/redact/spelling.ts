const BACKSLASH = 0x5c
const CARET = 0x5e
const X = 0x78

/** The bytes that the letters of escapes stand for: `\b \f \n \r \t` and the backslash itself. */
const LETTERS: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [BACKSLASH, BACKSLASH],
])

/**
 * Replaces a name that is printed with escapes: what they stand for is replaced, and spelt the same way again.
 *
 * Bytes that are escaped stay of their kind, so the spelling stays as long as it was.
 */
export function replaceSpelt(printed: Uint8Array, replace: (name: Uint8Array) => Uint8Array): Uint8Array {
  const name: number[] = []
  const places: number[] = []
  for (let at = 0; at < printed.length; at += sizeAt(printed, at)) {
    places.push(at)
    name.push(byteAt(printed, at))
  }
  const token = replace(Uint8Array.from(name))
  const spelt = Uint8Array.from(printed)
  places.forEach((at, i) => {
    const byte = token[i] as number
    const size = sizeAt(printed, at)
    if (size === 1) spelt[at] = byte
    else if (size === 4) {
      const digits = byte.toString(16).padStart(2, '0')
      spelt[at + 2] = digits.charCodeAt(0)
      spelt[at + 3] = digits.charCodeAt(1)
    }
  })
  return spelt
}

/** How many bytes spell the one at `at`. */
function sizeAt(printed: Uint8Array, at: number): 1 | 2 | 4 {
  const next = printed[at + 1]
  // Whether it is a control character or these two, it stays.
  if (printed[at] === CARET) return next !== undefined && next >= 0x40 && next < 0x60 ? 2 : 1
  if (printed[at] !== BACKSLASH) return 1
  if (next === X && isHex(printed[at + 2]) && isHex(printed[at + 3])) return 4
  return next !== undefined && LETTERS.has(next) ? 2 : 1
}

function byteAt(printed: Uint8Array, at: number): number {
  const size = sizeAt(printed, at)
  if (size === 1) return printed[at] as number
  const next = printed[at + 1] as number
  if (size === 2) return printed[at] === CARET ? next - 0x40 : (LETTERS.get(next) as number)
  return Number.parseInt(String.fromCharCode(printed[at + 2] as number, printed[at + 3] as number), 16)
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))
}
