const BLANK = 0x20

/** Index after the last of the two-letter codes that stand at `from`, one blank between them; `from` when there is none. */
export function endOfCodes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  let end = from
  while (at + 2 <= to && isLetter(bytes[at] as number) && isLetter(bytes[at + 1] as number)) {
    if (at + 2 < to && bytes[at + 2] !== BLANK) break
    end = at + 2
    at += 3
  }
  return end
}

/** True when the code `mr` is among `bytes[from, to)`: whatever a process maps, it may read in the end. */
export function hasMayRead(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 2 <= to; at += 3) if (bytes[at] === 0x6d && bytes[at + 1] === 0x72) return true
  return false
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}
