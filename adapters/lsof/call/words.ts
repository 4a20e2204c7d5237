import { isBefore } from '../../../src/model/version.js'

/** An option as lsof's own getopt finds it. */
export interface Option {
  readonly sign: '-' | '+'
  readonly letter: string
  /** The rest of its word, or the next word; undefined where the letter takes none, or nothing was left. */
  readonly value: string | undefined
  /** True for a letter that the version does not have. */
  readonly illegal?: true
}

/** The letters of lsof on Linux; a colon follows those that may have a value (`GetOpt` of main.c, as Debian builds it). */
const RULES = '?abc:D:d:e:Ef:F:g:hi:K:lL:m:MnNo:Op:Pr:Rs:S:tT:u:UvVwx:XZ:'

/** Letters that came later. */
const SINCE: Readonly<Record<string, string>> = { Q: '4.95.0', H: '4.98.0', J: '4.99.7', j: '4.99.7' }

/** Letters that give their value back where it begins with `-` or `+`: they can do without one. */
const MAY_HAVE_VALUE = 'FfgiKLmorsSTxZ'

/** What may follow the letters that take no more than certain characters, and leave the rest to be read as options. */
const TAKES: Readonly<Record<string, RegExp>> = { L: /^\d+/, o: /^\d+/, S: /^\d+/ }

/** The words behind `lsof`, sorted out. */
export interface Words {
  readonly options: readonly Option[]
  /** What is left: names of files. */
  readonly names: readonly string[]
}

/**
 * Reads words as lsof's `GetOpt` (all versions) does: letters may be bundled, `-` and `+` differ, and the first word that begins
 * with neither ends the options.
 */
export function readWords(words: readonly string[], version: string): Words {
  const options: Option[] = []
  let word = 0
  while (word < words.length) {
    let text = words[word] as string
    const sign = text[0]
    if ((sign !== '-' && sign !== '+') || text.length === 1) break
    word += 1
    if (text === '--' || text === '++') break
    for (let at = 1; at < text.length; at++) {
      const letter = text[at] as string
      if (!isKnown(letter, version)) {
        options.push({ sign, letter, value: undefined, illegal: true })
        continue
      }
      const attached = at + 1 < text.length
      const next = attached ? text.slice(at + 1) : words[word]
      if (!takesValue(letter) || next === undefined || (next === '--' && !attached)) {
        options.push({ sign, letter, value: undefined })
        continue
      }
      const value = givesBack(sign, letter, next) ? undefined : taken(letter, next)
      options.push({ sign, letter, value })
      if (value === undefined) continue
      if (!attached) {
        // What the letter leaves of the next word are letters, too.
        text = next
        at = -1
        word += 1
      }
      at += value.length
    }
  }
  return { options, names: words.slice(word) }
}

function isKnown(letter: string, version: string): boolean {
  if (letter === ':') return false
  const since = SINCE[letter]
  return since === undefined ? RULES.includes(letter) : !isBefore(version, since)
}

function takesValue(letter: string): boolean {
  return RULES[RULES.indexOf(letter) + 1] === ':' && RULES.includes(letter)
}

/** True where the text is the next option, or where `+c` is followed by no number. */
function givesBack(sign: string, letter: string, text: string): boolean {
  if (sign === '+' && letter === 'c') return !/^\d/.test(text)
  return MAY_HAVE_VALUE.includes(letter) && (text.startsWith('-') || text.startsWith('+'))
}

/** As much of the text as the letter takes for its value. */
function taken(letter: string, text: string): string | undefined {
  const takes = TAKES[letter]
  return takes === undefined ? text : takes.exec(text)?.[0]
}
