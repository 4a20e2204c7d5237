const BACKSLASH = 0x5c
const CARET = 0x5e
const LOWER_X = 0x78

/** The bytes that the letters of escapes stand for: `\b \f \n \r \t` and the backslash itself. */
export const ESCAPE_LETTERS: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [BACKSLASH, BACKSLASH],
])

/** How many bytes of a name that is printed with C escapes (`\n`, `\xNN`, `^A`) spell the byte at `at`. */
export function escapeSize(printed: Uint8Array, at: number): 1 | 2 | 4 {
  const next = printed[at + 1]
  if (next === undefined) return 1
  if (printed[at] === CARET) return next >= 0x40 && next < 0x60 ? 2 : 1
  if (printed[at] !== BACKSLASH) return 1
  if (next === LOWER_X && isHex(printed[at + 2]) && isHex(printed[at + 3])) return 4
  return ESCAPE_LETTERS.has(next) ? 2 : 1
}

/** The byte that the one, two or four bytes at `at` spell. */
export function escapedByte(printed: Uint8Array, at: number): number {
  const size = escapeSize(printed, at)
  const first = printed[at] as number
  if (size === 1) return first
  const next = printed[at + 1] as number
  if (size === 2) return first === CARET ? next - 0x40 : (ESCAPE_LETTERS.get(next) as number)
  return Number.parseInt(String.fromCharCode(printed[at + 2] as number, printed[at + 3] as number), 16)
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))
}
