import type { View } from '../adapter.js'
import { latin1 } from '../model/pathname.js'

/** What pmap begins a name with that it made up: two blanks, a bracket, a blank. */
const MADE_UP = '  [ '
const ENGLISH: ReadonlySet<string> = new Set(['  [ anon ]', '  [ stack ]'])
const SHARED_MEMORY = /^ {2}\[ shmid=0x[0-9a-f]+ \]$/
const MARK = / \(deleted\)$/

/**
 * Rows that a pmap which speaks English gives a name that it does not make up, unless another view has such a name: a file may
 * be called so.
 */
export function unknownWords({ adapter, table, source }: View, other: View): readonly number[] {
  if (adapter !== 'pmap') return []
  const names = namesOf(table)
  const made = names.map((name, row) => [name, row] as const).filter(([name]) => name.startsWith(MADE_UP))
  const odd = made.filter(([name]) => !ENGLISH.has(name) && !SHARED_MEMORY.test(name))
  if (odd.length === 0) return []
  const speaksEnglish = source.locale === 'C' || [...ENGLISH].every((word) => names.includes(word))
  if (!speaksEnglish) return []
  const others = namesOf(other.table)
  const isFile = (name: string): boolean => others.some((one) => one.includes(name.replace(MARK, '').slice(2)))
  return odd.filter(([name]) => !isFile(name) || ENGLISH.has(name.replace(MARK, ''))).map(([, row]) => row)
}

function namesOf(table: View['table']): readonly string[] {
  return Array.from({ length: table.length }, (_, row) => latin1(table.pathnameBytes(row) ?? new Uint8Array(0)))
}
