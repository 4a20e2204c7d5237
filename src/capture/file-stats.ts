import { type BigIntStats, type Stats as NumberStats, statSync } from 'node:fs'
import type { Stats } from '../adapter.js'
import { Names } from '../model/names.js'
import { FoundStats } from './found-stats.js'

const SLASH = 0x2f

const EXACT = { bigint: true } as const
const QUIET = { throwIfNoEntry: false } as const

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

/** What stat says, in doubles where those are exact, for bigints take Node longer to make; or the name of stat's error. */
function statPlace(place: Buffer): NumberStats | BigIntStats | string {
  try {
    const stat = statSync(place, QUIET)
    if (stat === undefined) return 'ENOENT'
    return isExact(stat) ? stat : statSync(place, EXACT)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

function isExact({ dev, ino, size, nlink, rdev }: NumberStats): boolean {
  return fits(dev) && fits(ino) && fits(size) && fits(nlink) && fits(rdev)
}

/** True below 2^53; Node gives 64 bits with a sign. */
function fits(number: number): boolean {
  return number >= 0 && number <= Number.MAX_SAFE_INTEGER
}

function placeOf(path: Uint8Array, directory: string): Buffer {
  // Node takes any Uint8Array; its types say Buffer.
  if (path.length === 0 || path[0] === SLASH) return path as Buffer
  const text = Buffer.from(path).toString('latin1')
  const isOwn = text === 'exe' || text.startsWith('map_files/')
  return Buffer.from(isOwn ? `${directory}/${text}` : `/${text}`, 'latin1')
}
