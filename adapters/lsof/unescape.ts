const BACKSLASH = 0x5c
const CARET = 0x5e
const LETTERS: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [BACKSLASH, BACKSLASH],
])

/**
 * The bytes that lsof (all versions) escaped to print a name.
 *
 * lsof does not escape `^`, so `^A` may be a control byte or two characters: `carets` says which it is taken for.
 */
export function unescapeName(name: Uint8Array, carets: 'as control bytes' | 'as they are'): Uint8Array {
  const bytes: number[] = []
  for (let at = 0; at < name.length; at++) {
    const byte = name[at] as number
    const next = name[at + 1]
    if (byte === BACKSLASH && next === 0x78) {
      const code = Number.parseInt(String.fromCharCode(name[at + 2] ?? 0, name[at + 3] ?? 0), 16)
      bytes.push(Number.isNaN(code) ? byte : code)
      at += Number.isNaN(code) ? 0 : 3
    } else if (byte === BACKSLASH && next !== undefined && LETTERS.has(next)) {
      bytes.push(LETTERS.get(next) as number)
      at += 1
    } else if (byte === CARET && next !== undefined && next >= 0x40 && next < 0x60 && carets === 'as control bytes') {
      bytes.push(next - 0x40)
      at += 1
    } else bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}
