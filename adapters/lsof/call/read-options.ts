import type { LsofOptions } from './options.js'
import { isSince } from './version.js'
import { type Option, readWords } from './words.js'

/** The letters that `-F` stands for where none is named: all but `r`, which scripts of old times did not expect. */
const USUAL_FIELDS = 'acCdDfFgGikKlLmMnNopPRsStTuzZ'

/** The columns that COMMAND has at most where nobody says. */
const COMMAND_WIDTH = 9

/** The newest version, whose rules hold where nobody says which one it was. */
const NEWEST = '4.99.7'

/** What the words behind `lsof` ask for, as a version of it reads them; words that it does not know count for nothing. */
export function readOptions(words: readonly string[], version: string = NEWEST): LsofOptions {
  const options = readWords(words).options
  const last = (letter: string): Option | undefined => options.findLast((option) => option.letter === letter)
  const has = (letter: string): boolean => last(letter) !== undefined
  const pids = listOf(options, 'p')
  const descriptors = listOf(options, 'd')
  const width = options.findLast(({ sign, letter }) => sign === '+' && letter === 'c')?.value
  const json = has('J') ? 'document' : has('j') ? 'lines' : undefined
  const only = has('o') && last('o')?.value === undefined ? 'offset' : has('s') ? 'size' : undefined
  const fields = fieldsOf(options, version)
  return {
    pids: pids.filter((name) => !name.startsWith('^')).map(Number),
    excludedPids: pids.filter((name) => name.startsWith('^')).map((name) => Number(name.slice(1))),
    and: has('a'),
    ...(descriptors.length === 0
      ? {}
      : {
          descriptors: {
            names: new Set(descriptors.map((name) => name.replace(/^\^/, ''))),
            exclude: descriptors.some((name) => name.startsWith('^')),
          },
        }),
    ...(fields === undefined ? {} : { fields }),
    nul: options.some(({ letter, value }) => letter === 'F' && value?.includes('0')),
    ...(json === undefined ? {} : { json }),
    commandWidth: width !== undefined && /^\d+$/.test(width) ? Number(width) : COMMAND_WIDTH,
    warnings: !has('t') && last('w')?.sign !== '-',
    numericUsers: has('l'),
    parents: has('R'),
    groups: has('g'),
    links: last('L')?.sign === '+',
    tasks: has('K') && last('K')?.value !== 'i',
    ...(only === undefined ? {} : { only }),
    human: has('H'),
  }
}

/** The members of all lists that a letter was given. */
function listOf(options: readonly Option[], letter: string): string[] {
  return options
    .filter((option) => option.letter === letter)
    .flatMap(({ value }) => (value ?? '').split(','))
    .filter((name) => name !== '')
}

/** The letters of all `-F` together. */
function fieldsOf(options: readonly Option[], version: string): ReadonlySet<string> | undefined {
  const asked = options.filter(({ letter }) => letter === 'F').map(({ value }) => value)
  if (asked.length === 0) return undefined
  const fields = new Set('p')
  for (const value of asked) {
    const named = value === undefined || value === '0' ? USUAL_FIELDS : value
    for (const letter of named) if (letter !== '0') fields.add(letter)
    // There `o` asks for offsets instead of sizes.
    if (value?.includes('o') && isSince(version, '4.94.0') && !isSince(version, '4.99.0')) fields.delete('s')
  }
  if (!isSince(version, '4.94.0')) fields.add('f')
  return fields
}
