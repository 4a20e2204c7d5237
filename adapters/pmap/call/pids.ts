const MOST = 0x7fffffff

/** The pid that a word names to procps: decimal, octal after `0`, hex after `0x`, behind `/proc/` or not; undefined for none. */
export function pidOf(word: string): number | undefined {
  const match = /^(?:0x([0-9a-f]+)|0([0-7]*)|([1-9][0-9]*))$/i.exec(withoutProc(word))
  if (match === null) return undefined
  const [, hex, octal, decimal] = match
  const pid = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : octalOf(octal)
  return pid > 0 && pid <= MOST ? pid : undefined
}

/** True for a path below /proc that is of no process, which procps passes over. */
export function isOtherPath(word: string): boolean {
  return word.startsWith('/proc/') && !/^[0-9]/.test(withoutProc(word))
}

function withoutProc(word: string): string {
  return word.startsWith('/proc/') ? word.slice('/proc/'.length) : word
}

function octalOf(digits: string | undefined): number {
  return digits ? Number.parseInt(digits, 8) : 0
}
