import { readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { attempt, cacheFolder, readOwn, writeOwn } from './own-cache.js'

/** In milliseconds: builds that stand side by side must not keep taking each other's files away. */
const DAY = 86_400_000

/** A script that was run, and what keeps its compiled form for the next run. */
export interface Loaded {
  /** What the script gave. */
  readonly value: unknown
  /** To be called at the end of the run: what was run by then is compiled, and worth keeping. */
  keep(): void
}

/**
 * Runs a script `NAME-HASH.cjs`, compiled as an earlier run of that `kind` left it: compiling takes longer than most runs. The
 * hash is that of its text, for V8 does not look whether compiled code is that of the text.
 */
export function runCached(path: string, kind: string, environment: NodeJS.ProcessEnv): Loaded {
  const [, name = ''] = /([^/]*)\.cjs$/.exec(path) ?? []
  const folder = cacheFolder('code', environment)
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

/** Writes compiled code; what other builds of the same left a day ago goes. */
function write(folder: string, name: string, file: string, data: Uint8Array): void {
  if (!writeOwn(folder, file, data)) return
  const [stem] = name.split(/(?<=-)(?=[^-]*$)/)
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(stem as string) || other.startsWith(name)) continue
    const path = join(folder, other)
    if (statSync(path).mtimeMs < Date.now() - DAY) unlinkSync(path)
  }
}
