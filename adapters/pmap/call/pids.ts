const MOST = 0x7fffffff

/** The pid that a word names, as `strtoul` with base 0 reads it: decimal, octal after `0`, hex after `0x`; undefined for none. */
export function pidOf(word: string): number | undefined {
  const match = /^[ \t]*\+?(?:0x([0-9a-f]+)|0([0-7]*)|([1-9][0-9]*))$/i.exec(word)
  if (match === null) return undefined
  const [, hex, octal, decimal] = match
  const pid = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : octalOf(octal)
  return pid > 0 && pid <= MOST ? pid : undefined
}

/** The word without `/proc/` in front, and whether it had that. */
export function withoutProc(word: string): readonly [rest: string, had: boolean] {
  return word.startsWith('/proc/') ? [word.slice(6), true] : [word, false]
}

function octalOf(digits: string | undefined): number {
  return digits ? Number.parseInt(digits, 8) : 0
}
