import { statSync } from 'node:fs'
import type { StatFacts } from '../adapter.js'
import { deviceFromNumber } from '../model/device.js'

/**
 * Asks stat about paths, each once; the result is by path, its bytes read as latin-1.
 *
 * A name that does not begin with `/` (`anon_inode:[eventpoll]`) is looked for in `/`, the directory that tools are run in:
 * lsof asks stat about such names too. `exe` and what begins with `map_files/` are looked for in `directory`, the process's own.
 */
export function statPaths(paths: Iterable<Uint8Array>, directory = '/proc/self'): Map<string, StatFacts> {
  const facts = new Map<string, StatFacts>()
  for (const bytes of paths) {
    const path = Buffer.from(bytes).toString('latin1')
    if (!facts.has(path)) facts.set(path, statPath(path, directory))
  }
  return facts
}

function statPath(path: string, directory: string): StatFacts {
  if (path === '') return { path, error: 'ENOENT' }
  try {
    // Node gives 64 bits with a sign; none of these has one.
    const stat = statSync(placeOf(path, directory), { bigint: true })
    return {
      path,
      device: deviceFromNumber(BigInt.asUintN(64, stat.dev)),
      inode: BigInt.asUintN(64, stat.ino),
      mode: Number(stat.mode),
      size: stat.size,
      links: BigInt.asUintN(64, stat.nlink),
      rdev: deviceFromNumber(BigInt.asUintN(64, stat.rdev)),
    }
  } catch (error) {
    return { path, error: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  }
}

function placeOf(path: string, directory: string): string | Buffer {
  if (path === 'exe' || path.startsWith('map_files/')) return `${directory}/${path}`
  return Buffer.from(path.startsWith('/') ? path : `/${path}`, 'latin1')
}
