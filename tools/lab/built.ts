import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bootFolder } from './places.js'

/** True where a guest has all that it boots from. */
export function isBuilt(name: string): boolean {
  return existsSync(join(bootFolder(name), 'initrd')) && existsSync(join(bootFolder(name), 'kernel-image'))
}

/** Removes what a guest boots from; its packages stay in the cache. */
export function dropBuilt(name: string): void {
  rmSync(bootFolder(name), { recursive: true, force: true })
}
