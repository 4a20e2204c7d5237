/** An option as lsof's own getopt finds it. */
export interface Option {
  readonly sign: '-' | '+'
  readonly letter: string
  /** The rest of its word, or the next word; undefined where the letter takes none, or nothing was left. */
  readonly value: string | undefined
}

/** Letters that take a value whatever follows. */
const WITH_VALUE = 'AcdDekmpu'

/** Letters that give their value back where it begins with `-` or `+`: they can do without one. */
const MAY_HAVE_VALUE = 'FfgiKLorsSTxE'

/** What may follow the letters that take no more than certain characters, and leave the rest to be read as options. */
const TAKES: Readonly<Record<string, RegExp>> = {
  L: /^\d+/,
  o: /^\d+/,
  S: /^\d+/,
  f: /^[cCfFgGnN]+/,
  x: /^[fl]+/,
}

/**
 * Reads words as lsof's `GetOpt` (all versions) does: letters may be bundled, `-` and `+` differ, and the first word that begins
 * with neither ends the options; what is left are names of files.
 */
export function readWords(words: readonly string[]): { readonly options: readonly Option[]; readonly names: string[] } {
  const options: Option[] = []
  let word = 0
  while (word < words.length) {
    const text = words[word] as string
    const sign = text[0]
    if ((sign !== '-' && sign !== '+') || text.length === 1) break
    word += 1
    if (text === '--' || text === '++') break
    for (let at = 1; at < text.length; at++) {
      const letter = text[at] as string
      const attached = at + 1 < text.length
      const optional = MAY_HAVE_VALUE.includes(letter)
      const next = attached ? text.slice(at + 1) : words[word]
      if ((!WITH_VALUE.includes(letter) && !optional) || next === undefined) {
        options.push({ sign, letter, value: undefined })
        continue
      }
      const value = optional ? taken(letter, next) : next
      options.push({ sign, letter, value })
      if (value === undefined) continue
      if (attached) at += value.length
      else if (value.length === next.length) word += 1
    }
  }
  return { options, names: words.slice(word) }
}

/** As much of the text as the letter takes for its value. */
function taken(letter: string, text: string): string | undefined {
  if (text.startsWith('-') || text.startsWith('+')) return undefined
  const takes = TAKES[letter]
  return takes === undefined ? text : takes.exec(text)?.[0]
}
