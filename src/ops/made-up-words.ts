import type { View } from '../adapter.js'
import { latin1 } from '../model/pathname.js'
import { isBefore } from '../model/version.js'

/** What pmap begins a name with that it made up: two blanks, a bracket, a blank. */
const MADE_UP = '  [ '
const WIDE: ReadonlySet<string> = new Set(['X', 'XX'])
const STACK = '  [ stack ]'
const ENGLISH: ReadonlySet<string> = new Set(['  [ anon ]', STACK])
const SHARED_MEMORY = /^ {2}\[ shmid=0x[0-9a-f]+ \]$/
const MARK = / \(deleted\)$/

/** How toybox shows a name of the kernel's own, and a mark behind it: nothing but a file is marked. */
const MARKED_WORD = /^ {2}\[[\w:]+\] \(deleted\)$/

/** pmap -X and -XX read so much of a name. */
const WIDE_NAME_BYTES = 127

/** The other modes read so much of a line (since 3.3.4), of which so much stands before the name, with addresses of 64 bits and of 32. */
const LINE_BYTES = 1023
const NAME_COLUMN = 73
const NARROW_NAME_COLUMN = 49

const PROCPS: ReadonlySet<string> = new Set(['default', 'd', 'x'])

/**
 * Rows with a name that no pmap prints: longer than it reads, of the kernel's own and marked deleted (toybox), or one that a
 * pmap which speaks English does not make up. But for the first, another view may have such a name: a file may be called so.
 */
export function unknownWords({ adapter, dialect, table, source }: View, other: View): readonly number[] {
  if (adapter !== 'pmap') return []
  const names = namesOf(table)
  if (WIDE.has(dialect)) return names.flatMap((name, row) => (name.length > WIDE_NAME_BYTES ? [row] : []))
  if (dialect.startsWith('toybox')) return markedBrackets(names, other)
  const long = !PROCPS.has(dialect) || isBefore(source.version, '3.3.4') ? [] : longerThanRead(table, names)
  return [...long, ...unknownMadeUp(table, names, source, other)]
}

/** Names of what other modes show that are longer than what is left of a line behind the numbers. */
function longerThanRead(table: View['table'], names: readonly string[]): readonly number[] {
  const isWide = table.length > 0 && (table.end(table.length - 1) ?? 0n) >> 32n > 0n
  const room = LINE_BYTES - (isWide ? NAME_COLUMN : NARROW_NAME_COLUMN)
  return names.flatMap((name, row) => (name.length > room ? [row] : []))
}

/** Rows with words that begin as those which pmap makes up, and that it does not. */
function unknownMadeUp(
  table: View['table'],
  names: readonly string[],
  source: View['source'],
  other: View,
): readonly number[] {
  const made = names.map((name, row) => [name, row] as const).filter(([name]) => name.startsWith(MADE_UP))
  const stacks = furtherStacks(table, names)
  const odd = made.filter(([name]) => !ENGLISH.has(name) && !SHARED_MEMORY.test(name))
  if (odd.length === 0) return stacks
  const endings = bracketedEndings(namesOf(other.table))
  const isFile = (name: string): boolean => isWithin(endings, name.replace(MARK, '').slice(2))
  const speaksEnglish = source.locale === 'C' || [...ENGLISH].every((word) => names.includes(word))
  const isEnglish = ([name]: readonly [string, number]): boolean => ENGLISH.has(name.replace(MARK, ''))
  // No language has a word of English that is marked.
  const unknown = odd.filter((each) =>
    speaksEnglish ? !isFile(each[0]) || isEnglish(each) : isEnglish(each) && !isFile(each[0]),
  )
  return [...unknown.map(([, row]) => row), ...stacks]
}

/** Rows that toybox shows as of the kernel's own and marked deleted, where no other view has a file called so. */
function markedBrackets(names: readonly string[], other: View): readonly number[] {
  const marked = names.flatMap((name, row) => (MARKED_WORD.test(name) ? [row] : []))
  if (marked.length === 0 || (other.adapter === 'lsof' && !listsDeleted(other))) return []
  const others = namesOf(other.table)
  const isFile = (name: string): boolean => others.some((each) => each.includes(name))
  return marked.filter((row) => !isFile((names[row] as string).replace(MARK, '')))
}

/** True for a listing that was asked for deleted files, as far as its rows tell. */
function listsDeleted({ table }: View): boolean {
  for (let row = 0; row < table.length; row++) if (table.file(row)?.descriptor === 'DEL') return true
  return false
}

/** Rows called `[ stack ]` beyond the first: there is one, or two that touch, where the stack began between them. */
function furtherStacks(table: View['table'], names: readonly string[]): readonly number[] {
  const stacks = names.flatMap((name, row) => (name === STACK ? [row] : []))
  return stacks.filter((row, at) => at > 0 && table.start(row) !== table.end(stacks[at - 1] as number))
}

/** What each name ends in from each of its `[ ` on, sorted: a word that begins so and is within a name begins one of these. */
function bracketedEndings(names: readonly string[]): readonly string[] {
  const endings = new Set<string>()
  for (const name of new Set(names)) {
    for (let at = name.indexOf('[ '); at >= 0; at = name.indexOf('[ ', at + 1)) endings.add(name.slice(at))
  }
  return [...endings].sort()
}

function isWithin(endings: readonly string[], word: string): boolean {
  let low = 0
  let high = endings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((endings[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return endings[low]?.startsWith(word) ?? false
}

function namesOf(table: View['table']): readonly string[] {
  return Array.from({ length: table.length }, (_, row) => latin1(table.pathnameBytes(row) ?? new Uint8Array(0)))
}
