/** How many characters of a name a report shows. */
export const LONGEST = 120

/** How many characters of both ends stay where the middle is what matters. */
const ENDS = 28

/** How many characters stay before the place that matters. */
const BEFORE = 20

/** A character, or one that is shown as an escape: none is cut apart. */
const CHARACTER = /\\x[0-9a-f]{2}|\\u\{[0-9a-f]+\}|\\[0-7]{3}|./gsu

/** A text that is safe to show, with … for the middle of one that is longer than a report shows. */
export function shortened(text: string): string {
  const characters = charactersOf(text)
  if (characters.length <= LONGEST) return text
  const half = (LONGEST - 1) / 2
  return around(characters, [0, Math.ceil(half)], [characters.length - Math.floor(half), characters.length])
}

/** Two texts that differ, each shortened so that the first place where they do is in view. */
export function shortenedBoth(one: string, other: string): readonly [string, string] {
  const [a, b] = [charactersOf(one), charactersOf(other)]
  let first = 0
  while (first < a.length && a[first] === b[first]) first += 1
  return [keeping(a, first), keeping(b, first)]
}

function keeping(characters: readonly string[], place: number): string {
  const { length } = characters
  if (length <= LONGEST) return characters.join('')
  const after = LONGEST - 2 - 2 * ENDS - BEFORE
  return around(characters, [0, ENDS], [place - BEFORE, place + after], [length - ENDS, length])
}

/** The characters of these ranges, which are in order, with … for what lies between them. */
function around(characters: readonly string[], ...ranges: readonly (readonly [from: number, to: number])[]): string {
  let text = ''
  let shown = 0
  for (const [from, to] of ranges) {
    const start = Math.max(shown, from)
    if (start >= to) continue
    text += (start > shown ? '…' : '') + characters.slice(start, to).join('')
    shown = Math.min(to, characters.length)
  }
  return text
}

function charactersOf(text: string): readonly string[] {
  return text.match(CHARACTER) ?? []
}
