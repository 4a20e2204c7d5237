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
  /**
   * To be called at the end of the run: what was run by then is compiled, and worth keeping, unless what is kept is of a run that
   * used as much.
   */
  keep(modulesUsed: number): void
}

/** What stands behind the compiled code in its file: how many modules of the script its run used, in 32 bits. */
const TRAILER = 4

/**
 * Runs a script `NAME-HASH.cjs`, compiled as an earlier run of that `kind` left it: compiling takes longer than most runs. The
 * hash is that of its text, for V8 does not look whether compiled code is that of the text.
 */
export function runCached(path: string, kind: string, environment: NodeJS.ProcessEnv): Loaded {
  const [, name = ''] = /([^/]*)\.cjs$/.exec(path) ?? []
  const folder = cacheFolder('code', environment)
  const file = folder && join(folder, `${name}.${kind}.${process.version}-${process.arch}`)
  const kept = file ? readOwn(file) : undefined
  const end = kept === undefined ? 0 : Math.max(0, kept.length - TRAILER)
  const cachedData = kept?.subarray(0, end)
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData ? { cachedData } : {}),
  })
  const used = cachedData && !script.cachedDataRejected ? (kept?.readUInt32LE(end) ?? 0) : -1
  return {
    value: script.runInThisContext(),
    keep: (modulesUsed) => {
      if (!folder || !file || modulesUsed <= used) return
      const trailer = Buffer.alloc(TRAILER)
      trailer.writeUInt32LE(modulesUsed)
      attempt(() => write(folder, name, file, Buffer.concat([script.createCachedData(), trailer])))
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
