import type { FileLock } from '../../../src/adapter.js'
import { type Device, sameDevice } from '../../../src/model/device.js'

/**
 * The letter by which lsof (all versions) tells that a process holds a lock on a file: r and w for a part of it, R and W for the
 * whole; of several kinds the one that `/proc/locks` lists last, for lsof looks through them backwards.
 */
export function lockLetter(locks: readonly FileLock[] | undefined, device: Device, inode: bigint): string | undefined {
  if (locks === undefined || locks.length === 0) return undefined
  const found = new Set<string>()
  for (const lock of locks) {
    if (lock.inode !== inode || !sameDevice(lock.device, device)) continue
    const letter = lock.access === 'read' ? 'r' : 'w'
    found.add(lock.whole ? letter.toUpperCase() : letter)
  }
  return [...found].at(-1)
}
