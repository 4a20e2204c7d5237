import { MemmapsError } from '../report/errors.js'

/** A piece of a word: between quotes, or with what a backslash can keep from its meaning. */
const PIECES = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\([\s"'\\])|([^\s"'])/gs

/** A word: pieces with nothing between them. */
const WORD = new RegExp(`(?:${PIECES.source})+`, 'gs')

/** The words of a command, split at blanks as a shell does; what stands in quotes is one word, and nothing else is special. */
export function commandWords(text: string): readonly string[] {
  const words = text.match(WORD) ?? []
  if (text.replace(WORD, '').trim() !== '') {
    throw new MemmapsError('usage', `a quote in ${text} is not closed`, 'close it, or write a backslash before it')
  }
  return words.map(plain)
}

function plain(word: string): string {
  return word.replace(
    PIECES,
    (_, single?: string, double?: string, kept?: string, other?: string) =>
      single ?? double?.replace(/\\(["\\])/g, '$1') ?? kept ?? other ?? '',
  )
}
