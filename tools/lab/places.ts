import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where packages, boot files and disks are kept: the same place as that of the version matrix. */
export const CACHE: string = process.env.MEMMAPS_CACHE ?? join(homedir(), '.cache', 'memmaps')

/** The project's root, seen from `dist/tools/lab`. */
export const PROJECT: string = fileURLToPath(new URL('../../../', import.meta.url))

/** The scripts and programs that run in a guest. */
export const GUEST: string = join(PROJECT, 'tools', 'lab', 'guest')

/** The sources of the specimen. */
export const SPECIMEN: string = join(PROJECT, 'tools', 'specimen')

/** The versions and checksums of every package that a guest was made of. */
export const LOCK: string = join(PROJECT, 'tools', 'lab', 'lock.json')

/** The captures that the tests hold. */
export const GOLDEN: string = join(PROJECT, 'golden', 'captures')

/** What a guest needs to boot. */
export function bootFolder(name: string): string {
  return join(CACHE, 'lab', 'boot', name)
}

/** What a guest handed out, as it was. */
export function rawFolder(name: string): string {
  return join(CACHE, 'lab', 'raw', name)
}
