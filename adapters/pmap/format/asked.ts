import type { View } from '../../../src/adapter.js'

/** Letters of pmap's options that take a word of their own. */
const WITH_ARGUMENT = 'ACN'

/**
 * True when pmap was called with an option, by its letter or by its long name, which may be cut from `least` characters on.
 * Undefined where nobody said what it was called with.
 */
export function isAsked({ source }: View, letter: string, long: string, least: number): boolean | undefined {
  const { argv } = source
  if (argv === undefined) return undefined
  for (let place = 1; place < argv.length; place++) {
    const word = argv[place] as string
    if (word === '--') return false
    if (word.startsWith('--')) {
      if (word.length >= least + 2 && `--${long}`.startsWith(word)) return true
    } else if (word.startsWith('-')) {
      const taker = [...word].findIndex((one, at) => at > 0 && WITH_ARGUMENT.includes(one))
      if (word.slice(1, taker < 0 ? word.length : taker).includes(letter)) return true
      if (taker === word.length - 1) place += 1
    }
  }
  return false
}

/** True when headings and totals were left out, by -q. */
export function isQuiet(view: View): boolean {
  return isAsked(view, 'q', 'quiet', 1) ?? false
}

const FIELD = '--fields='

/**
 * The columns beside the address that a file of settings asked for, by their headings; undefined where none was read, so that
 * -X and -XX tell.
 */
export function askedFields({ source }: Pick<View, 'source'>): ReadonlySet<string> | undefined {
  const words = source.argv?.filter((word) => word.startsWith(FIELD)) ?? []
  return words.length === 0 ? undefined : new Set(words.map((word) => word.slice(FIELD.length)))
}
