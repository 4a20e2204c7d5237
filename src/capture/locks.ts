import { readFileSync } from 'node:fs'
import type { FileLock } from '../adapter.js'

/** `1: POSIX  ADVISORY  WRITE 1234 fe:00:123 0 EOF`; a lock that is waited for has `->` behind its number. */
const LOCK = /^\d+: \S+ +\S+ +(READ|WRITE|RW) +(-?\d+) ([0-9a-f]+):([0-9a-f]+):(\d+) (\d+) (EOF|\d+)$/

/** The locks that a process holds, as `/proc/locks` lists them; undefined where that cannot be read. */
export function readLocks(pid: number, procRoot: string): readonly FileLock[] | undefined {
  try {
    return locksOf(pid, readFileSync(`${procRoot}/locks`, 'latin1'))
  } catch {
    return undefined
  }
}

/** The locks that a process holds, of the text of `/proc/locks`. */
export function locksOf(pid: number, text: string): readonly FileLock[] {
  return text.split('\n').flatMap((line) => {
    const [, access, owner, major, minor, inode, from, to] = LOCK.exec(line) ?? []
    if (owner !== String(pid) || inode === undefined) return []
    return {
      device: { major: Number.parseInt(major as string, 16), minor: Number.parseInt(minor as string, 16) },
      inode: BigInt(inode),
      access: access === 'READ' ? ('read' as const) : ('write' as const),
      whole: from === '0' && to === 'EOF',
    }
  })
}
