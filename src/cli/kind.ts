import { HAS_PATHNAME, HAS_PERMS } from '../model/fields.js'
import { isMarkedDeleted } from '../model/pathname.js'
import { isShared } from '../model/perms.js'
import type { RegionTable } from '../model/table.js'

/** What is behind a region, in a word for people; '' where the source does not say. */
export type Kind = 'file' | 'deleted' | 'heap' | 'stack' | 'anon' | 'shared' | 'special' | ''

/** Names that the kernel gives to memory that processes share, and that no file system shows. */
const SHARED = ['/SYSV', '/memfd:', '/dev/zero', '[anon_shmem:']

/** What the kernel names so is no file: `anon_inode:[perf_event]`, `socket:[1234]`. */
const PSEUDO = /^[a-z_]+:/

/** Tells a region's kind by its name, and by its sharing where it has none. */
export function kindOf(table: RegionTable, row: number): Kind {
  if (!table.has(row, HAS_PATHNAME)) return ''
  // pmap -x indents the names in brackets.
  const name = (table.pathname(row) as string).replace(/^ +\[/, '[')
  if (name === '' || name === '[ anon ]' || name === '[anon]' || name.startsWith('[anon:'))
    return isSharedRow(table, row) ? 'shared' : 'anon'
  if (name === '[heap]') return 'heap'
  if (name.startsWith('[stack') || name === '[ stack ]') return 'stack'
  if (name.startsWith('[ shmid=')) return 'shared'
  // pmap says [ anon ] and [ stack ] in its user's language.
  if (name.startsWith('[ ')) return ''
  if (SHARED.some((start) => name.startsWith(start))) return 'shared'
  if (name.startsWith('[') || PSEUDO.test(name)) return 'special'
  return isMarkedDeleted(table.pathnameBytes(row) as Uint8Array) ? 'deleted' : 'file'
}

function isSharedRow(table: RegionTable, row: number): boolean {
  return table.has(row, HAS_PERMS) && isShared(table.columns.permsCodes[row] as number)
}
