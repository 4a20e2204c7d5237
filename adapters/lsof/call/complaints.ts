import { isBefore } from '../../../src/model/version.js'
import { readDescriptors } from './descriptors.js'
import { readIds } from './ids.js'
import type { Option } from './words.js'

/** The letters of -F on Linux. */
const FIELDS = 'acCdDfFgGikKlLmMnNopPrRsStTuzZ0'

/** The most columns that COMMAND can have. */
const MOST_COLUMNS = 15

/** The most characters of a login. */
const LOGIN_LENGTH = 32

/** What lsof complains of in its options before it prints its usage, a line each; '' where it keeps quiet of a mistake. */
export function complaintsOf(options: readonly Option[], version: string): readonly string[] {
  const complaints: string[] = []
  const before = new Map<string, readonly string[]>()
  let warnings = true
  options.forEach(({ sign, letter, value, illegal }, at) => {
    if (letter === 'w') warnings = sign === '+'
    if (letter === 't') warnings = false
    const listed = 'pgd'.includes(letter) && !illegal && !(sign === '+' && letter === 'd')
    if (!listed)
      complaints.push(...complaintsOfOne({ sign, letter, value, ...(illegal && { illegal }) }, version, warnings))
    else if (letter !== 'g' || value !== undefined) {
      // What is wrong with a list may depend on the lists before it.
      const all = options.slice(0, at + 1).filter((one) => one.letter === letter && one.sign === sign)
      const now = listComplaints(letter, all, version, warnings)
      complaints.push(...now.slice(before.get(letter)?.length ?? 0))
      before.set(letter, now)
    }
  })
  return [...complaints, ...contradictions(options, version)]
}

/** What lsof only warns of. */
export function warningsOf(options: readonly Option[]): readonly string[] {
  return options
    .filter(({ letter, value }) => letter === 'S' && value !== undefined && Number(value) < 2)
    .map(({ value }) => `WARNING: -S time (${Number(value)}) changed to 2`)
}

function listComplaints(
  letter: string,
  options: readonly Option[],
  version: string,
  warnings: boolean,
): readonly string[] {
  const lists = options.filter(({ value }) => letter !== 'g' || value !== undefined).map(({ value }) => value)
  if (letter === 'd') return readDescriptors(lists, version, warnings)?.complaints ?? []
  return readIds(lists, letter === 'p' ? 'process' : 'process group').complaints
}

function complaintsOfOne({ sign, letter, value, illegal }: Option, version: string, warnings: boolean): string[] {
  if (illegal) return [letter === ':' ? 'colon is an illegal option character.' : `illegal option character: ${letter}`]
  switch (letter) {
    case 'c':
      return sign === '+' ? ofWidth(value) : ofCommand(value)
    case 'd':
    case 'D':
      if (sign === '-') return ['unsupported option: -D']
      if (value && !/^[-+]/.test(value)) return []
      return [warnings ? '+d not followed by a directory path' : '']
    case 'e':
      if (value?.startsWith('/')) return []
      return [warnings ? `-e not followed by a file system path: "${value ?? '(null)'}"` : '']
    case 'f':
      return others(value, 'gG').map((one) => `unknown file struct option: ${one}`)
    case 'F':
      return value === '?' ? [] : others(value, FIELDS).map((one) => `unknown field: ${one}`)
    case 'K':
      return value === undefined || /^i$/i.test(value) ? [] : [`-K not followed by i (but by ${value})`]
    case 'L':
      return sign === '-' && value !== undefined ? ['no number may follow -L'] : []
    case 'm':
      return sign === '-' ? ['-m not supported'] : []
    case 'T':
      return others(value, isBefore(version, '4.94.0') ? 'qs' : 'fqs').map(
        (one) => `unsupported TCP/TPI info selection: ${one}`,
      )
    case 'u':
      return ofUsers(value)
    case 'x':
      return others(value, 'fl').map((one) => `unknown cross-over option: ${one}`)
    default:
      return []
  }
}

function ofWidth(value: string | undefined): string[] {
  if (value === undefined) return ['+c not followed by width number']
  const width = Number.parseInt(value, 10)
  return width > MOST_COLUMNS ? [`+c ${width} > what system provides (${MOST_COLUMNS})`] : []
}

function ofCommand(value: string | undefined): string[] {
  if (value === undefined || /^[-+]/.test(value)) return ['missing -c option value']
  if (!value.startsWith('/')) return []
  const end = value.indexOf('/', 1)
  return end < 0 ? [`regexp doesn't end with '/': ${value}`] : ofModifiers(value, value.slice(end + 1))
}

function ofModifiers(value: string, modifiers: string): string[] {
  const complaints = new Set<string>()
  const seen = new Set<string>()
  for (const one of modifiers) {
    if (!'bix'.includes(one)) complaints.add(`invalid regexp modifier: ${one}`)
    else if (seen.has(one)) complaints.add(`${one} regexp modifier already used: ${value}`)
    else if (one !== 'i' && seen.has(one === 'b' ? 'x' : 'b')) {
      complaints.add(`b and x regexp modifiers conflict: ${value}`)
    }
    seen.add(one)
  }
  return [...complaints]
}

function ofUsers(value: string | undefined): string[] {
  if (value === undefined) return ['no UIDs specified']
  const excludes = new Map<string, boolean>()
  return value.split(',').flatMap((word) => {
    const excluded = word.startsWith('^')
    const user = excluded ? word.slice(1) : word
    if (user.length > LOGIN_LENGTH) return [`-u login name > ${LOGIN_LENGTH} characters: ${user}`]
    if (excludes.get(user) === !excluded) return [`UID ${user} has been included and excluded.`]
    excludes.set(user, excluded)
    return []
  })
}

/** The options that do not go together. */
function contradictions(options: readonly Option[], version: string): string[] {
  const has = (letter: string): boolean => options.some((option) => option.letter === letter && !option.illegal)
  const sizes = options.some(({ letter, value }) => letter === 's' && value === undefined)
  const inFields = options.some(({ letter, value }) => letter === 'F' && value?.includes('o'))
  const offsets =
    options.some(({ letter, value }) => letter === 'o' && value === undefined) ||
    (inFields && !isBefore(version, '4.94.0'))
  const directories = options.some(({ sign, letter }) => letter === 'D' || (sign === '+' && letter === 'd'))
  return [
    ...(sizes && offsets ? ['-o and -s are mutually exclusive'] : []),
    ...(has('F') && has('t') ? ['-F and -t are mutually exclusive'] : []),
    ...(has('x') && !directories ? ['-x must accompany +d or +D'] : []),
  ]
}

function others(value: string | undefined, known: string): string[] {
  return [...(value ?? '')].filter((one) => !known.includes(one))
}
