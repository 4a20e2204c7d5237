/** How much of a text detection sees, in bytes: a head as long as that is cut. */
const HEAD_BYTES = 1024

/** The beginning of a text, as detection sees it; lines are latin-1. */
export interface Head {
  /** The first lines, from the first that is not blank; whole ones alone. */
  readonly lines: readonly string[]
  /** What follows them: a line that the end of the head cuts, or ''. */
  readonly rest: string
  /** True when the text may go on behind the head. */
  readonly isCut: boolean
}

/** Cuts the first KiB of a text into lines. */
export function readHead(head: Uint8Array): Head {
  const all = new TextDecoder('latin1').decode(head).split('\n')
  const isCut = head.length >= HEAD_BYTES
  // The last line of a text need not end in a newline.
  const rest = isCut ? (all.pop() as string) : ''
  if (all.at(-1) === '') all.pop()
  const first = all.findIndex((line) => line.trim() !== '')
  return { lines: first < 0 ? [] : all.slice(first), rest, isCut }
}

/** True for what may be the first part of a range: `7f31`, `7f31c8a00000-7f`. */
export function beginsLikeRange(line: string): boolean {
  return /^[0-9a-f]+(?:-|$)/.test(line)
}
