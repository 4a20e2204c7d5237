/** An option among the words behind `pmap`, with its argument. */
export interface Option {
  readonly letter: string
  readonly value: string
}

/** What getopt makes of the words: options, the other words in their order, and what it complains of, where it stopped. */
export interface Words {
  readonly options: readonly Option[]
  readonly operands: readonly string[]
  readonly complaint?: string
}

/** What a program's getopt knows. */
export interface Grammar {
  /** Letters, each with a colon where it takes an argument. */
  readonly letters: string
  /** Letters by long names, in the program's order; absent where a word with two dashes is one of letters. */
  readonly long?: Readonly<Record<string, string>>
}

/** Reads words as getopt_long of the GNU C library does: options may follow operands, long ones may be cut, `--` ends them. */
export function readWords(words: readonly string[], { letters, long }: Grammar): Words {
  const options: Option[] = []
  const operands: string[] = []
  const stop = (complaint: string): Words => ({ options, operands, complaint })
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word === '--') {
      operands.push(...words.slice(at + 1))
      break
    }
    if (word.length < 2 || word[0] !== '-') {
      operands.push(word)
      continue
    }
    if (long !== undefined && word.startsWith('--')) {
      const [name = '', ...rest] = word.slice(2).split('=')
      const names = Object.keys(long).filter((one) => one.startsWith(name))
      const found = names.includes(name) ? name : names[0]
      if (found === undefined) return stop(`unrecognized option '${word}'`)
      if (found !== name && names.length > 1) {
        return stop(`option '${word}' is ambiguous; possibilities: ${names.map((one) => `'--${one}'`).join(' ')}`)
      }
      const letter = long[found] as string
      const takes = letters.includes(`${letter}:`)
      if (!takes && rest.length > 0) return stop(`option '--${found}' doesn't allow an argument`)
      const value = rest.length > 0 ? rest.join('=') : takes ? words[++at] : ''
      if (value === undefined) return stop(`option '--${found}' requires an argument`)
      options.push({ letter, value })
      continue
    }
    for (let place = 1; place < word.length; place++) {
      const letter = word[place] as string
      const known = letter === ':' ? -1 : letters.indexOf(letter)
      if (known < 0) return stop(`invalid option -- '${letter}'`)
      if (letters[known + 1] !== ':') {
        options.push({ letter, value: '' })
        continue
      }
      const value = place + 1 < word.length ? word.slice(place + 1) : words[++at]
      if (value === undefined) return stop(`option requires an argument -- '${letter}'`)
      options.push({ letter, value })
      break
    }
  }
  return { options, operands }
}
