import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'

/** Others than this user may not write there. */
const OTHERS_WRITE = 0o022

/** One of the user's folders for caches; undefined where there is none, or `NODE_DISABLE_COMPILE_CACHE` says to use none. */
export function cacheFolder(
  name: 'code' | 'tools',
  { NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME = '', HOME = '' }: NodeJS.ProcessEnv,
): string | undefined {
  if (NODE_DISABLE_COMPILE_CACHE || process.geteuid === undefined) return undefined
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'memmaps', name)
  return isAbsolute(HOME) ? join(HOME, '.cache/memmaps', name) : undefined
}

/** Reads a file that nobody but this user can have written; undefined for any other one. */
export function readOwn(path: string): Buffer | undefined {
  return attempt(() => {
    const descriptor = openSync(path, 'r')
    try {
      return isOwn(fstatSync(descriptor)) ? readFileSync(descriptor) : undefined
    } finally {
      closeSync(descriptor)
    }
  })
}

/** Writes beside and renames, so that nobody reads half a file; false where the folder is not this user's own. */
export function writeOwn(folder: string, file: string, data: Uint8Array): boolean {
  // `recursive` never ends where the kernel says that a parent is missing which it does not let anybody make, as in /proc.
  for (const one of [dirname(dirname(folder)), dirname(folder), folder]) {
    if (!existsSync(one)) mkdirSync(one, { mode: 0o700 })
  }
  if (!isOwn(statSync(folder))) return false
  const fresh = `${file}.${process.pid}`
  try {
    writeFileSync(fresh, data, { flag: 'wx', mode: 0o600 })
    renameSync(fresh, file)
  } catch (error) {
    attempt(() => unlinkSync(fresh))
    throw error
  }
  return true
}

/** Does what costs time alone where it fails. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return uid === process.geteuid?.() && (mode & OTHERS_WRITE) === 0
}
