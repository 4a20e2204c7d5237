import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'

/** A script that was run, and what keeps its compiled form for the next run. */
export interface Loaded {
  /** What the script gave. */
  readonly value: unknown
  /** To be called at the end of the run: what was run by then is compiled, and worth keeping. */
  keep(): void
}

/** Others than this user may not write there. */
const OTHERS_WRITE = 0o022

/**
 * Runs a script `NAME-HASH.cjs`, compiled as an earlier run of that `kind` left it: compiling takes longer than most runs. The
 * hash is that of its text, for V8 does not look whether compiled code is that of the text.
 */
export function runCached(path: string, kind: string, environment: NodeJS.ProcessEnv): Loaded {
  const [, name = ''] = /([^/]*)\.cjs$/.exec(path) ?? []
  const folder = cacheFolder(environment)
  const file = folder && join(folder, `${name}.${kind}.${process.version}-${process.arch}`)
  const cachedData = file && readOwn(file)
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData ? { cachedData } : {}),
  })
  const isKept = cachedData !== undefined && !script.cachedDataRejected
  return {
    value: script.runInThisContext(),
    keep: () => {
      if (folder && file && !isKept) attempt(() => write(folder, name, file, script.createCachedData()))
    },
  }
}

/** The user's folder for caches; undefined where there is none, or `NODE_DISABLE_COMPILE_CACHE` says to use none. */
function cacheFolder({
  NODE_DISABLE_COMPILE_CACHE,
  XDG_CACHE_HOME = '',
  HOME = '',
}: NodeJS.ProcessEnv): string | undefined {
  if (NODE_DISABLE_COMPILE_CACHE || process.geteuid === undefined) return undefined
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'memmaps/code')
  return isAbsolute(HOME) ? join(HOME, '.cache/memmaps/code') : undefined
}

/** Reads a file that nobody but this user can have written: it will be run. */
function readOwn(path: string): Buffer | undefined {
  return attempt(() => {
    const descriptor = openSync(path, 'r')
    try {
      return isOwn(fstatSync(descriptor)) ? readFileSync(descriptor) : undefined
    } finally {
      closeSync(descriptor)
    }
  })
}

/** Writes beside and renames, so that nobody reads half a file; what older builds of the same left goes. */
function write(folder: string, name: string, file: string, data: Uint8Array): void {
  // `recursive` never ends where the kernel says that a parent is missing which it does not let anybody make, as in /proc.
  for (const one of [dirname(dirname(folder)), dirname(folder), folder]) {
    if (!existsSync(one)) mkdirSync(one, { mode: 0o700 })
  }
  if (!isOwn(statSync(folder))) return
  const fresh = `${file}.${process.pid}`
  try {
    writeFileSync(fresh, data, { flag: 'wx', mode: 0o600 })
    renameSync(fresh, file)
  } catch (error) {
    attempt(() => unlinkSync(fresh))
    throw error
  }
  const [stem] = name.split(/(?<=-)(?=[^-]*$)/)
  for (const other of readdirSync(folder)) {
    if (other.startsWith(stem as string) && !other.startsWith(name)) unlinkSync(join(folder, other))
  }
}

function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return uid === process.geteuid?.() && (mode & OTHERS_WRITE) === 0
}

/** Whatever fails here costs time alone. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
