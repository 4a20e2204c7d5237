import { isBefore } from '../../../src/model/version.js'
import { readDescriptors } from './descriptors.js'
import type { LsofOptions } from './options.js'
import { listsTasks } from './selection.js'
import { type Option, readWords } from './words.js'

/** The letters that `-F` stands for where none is named: all but `r`, which scripts of old times did not expect. */
const USUAL_FIELDS = 'acCdDfFgGikKlLmMnNopPRsStTuzZ'

/** The columns that COMMAND has at most where nobody says. */
const COMMAND_WIDTH = 9

/** The newest version, whose rules hold where nobody says which one it was. */
const NEWEST = '4.99.7'

/** What the words behind `lsof` ask for, as a version of it reads them; words that it does not know count for nothing. */
export function readOptions(words: readonly string[], version: string = NEWEST): LsofOptions {
  const options = readWords(words, version).options.filter(({ illegal }) => !illegal)
  const last = (letter: string): Option | undefined => options.findLast((option) => option.letter === letter)
  const has = (letter: string): boolean => last(letter) !== undefined
  const lists = options.filter(({ sign, letter }) => sign === '-' && letter === 'd').map(({ value }) => value)
  const descriptors = readDescriptors(lists, version)
  const width = options.findLast(({ sign, letter }) => sign === '+' && letter === 'c')?.value
  const json = has('J') ? 'document' : has('j') ? 'lines' : undefined
  const offsets = options.some(({ letter, value }) => letter === 'o' && value === undefined)
  const only = offsets ? 'offset' : has('s') ? 'size' : undefined
  const fields = fieldsOf(options, version)
  return {
    ...(descriptors === undefined ? {} : { descriptors }),
    ...(fields === undefined ? {} : { fields }),
    nul: options.some(({ letter, value }) => letter === 'F' && value?.includes('0')),
    ...(json === undefined ? {} : { json }),
    terse: has('t'),
    commandWidth: width === undefined ? COMMAND_WIDTH : Number.parseInt(width, 10),
    warnings: !has('t') && last('w')?.sign !== '-',
    numericUsers: has('l'),
    parents: has('R'),
    groups: has('g'),
    fileFlags: options.findLast(({ letter, value }) => letter === 'f' && value !== undefined)?.sign === '+',
    links: last('L')?.sign === '+',
    tasks: listsTasks(options),
    ...(only === undefined ? {} : { only }),
    withoutInternet: options.filter(({ letter }) => letter === 'X').length % 2 === 1,
    human: has('H'),
  }
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
    if (value?.includes('o') && !isBefore(version, '4.94.0') && isBefore(version, '4.99.0')) fields.delete('s')
  }
  if (isBefore(version, '4.94.0')) fields.add('f')
  return fields
}
