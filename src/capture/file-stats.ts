import { type BigIntStats, statSync } from 'node:fs'
import type { Stats } from '../adapter.js'
import { Names } from '../model/names.js'
import { FoundStats } from './found-stats.js'

const SLASH = 0x2f

const EXACT = { bigint: true } as const

/**
 * Asks stat about paths, each once; the result is by path, its bytes read as latin-1.
 *
 * A name that does not begin with `/` (`anon_inode:[eventpoll]`) is looked for in `/`, the directory that tools are run in:
 * lsof asks stat about such names too. `exe` and what begins with `map_files/` are looked for in `directory`, the process's own.
 */
export function statPaths(paths: Iterable<Uint8Array>, directory = '/proc/self'): Stats {
  const names = new Names()
  let isEmptyAsked = false
  for (const path of paths) {
    names.intern(path, 0, path.length)
    isEmptyAsked ||= path.length === 0
  }
  names.trim()
  const found = new FoundStats(names, isEmptyAsked)
  for (let id = isEmptyAsked ? 0 : 1; id < names.count; id++) {
    const stat = statPlace(placeOf(names.bytes(id), directory))
    if (typeof stat === 'string') found.fail(id, stat)
    else found.set(id, stat)
  }
  return found
}

/** What stat says, or the name of its error. */
function statPlace(place: Buffer): BigIntStats | string {
  try {
    return statSync(place, EXACT)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

function placeOf(path: Uint8Array, directory: string): Buffer {
  const own = Buffer.from(path.buffer, path.byteOffset, path.length)
  if (path.length === 0 || path[0] === SLASH) return own
  const text = own.toString('latin1')
  const isOwn = text === 'exe' || text.startsWith('map_files/')
  return Buffer.from(isOwn ? `${directory}/${text}` : `/${text}`, 'latin1')
}
