import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attempt, cacheFolder, readOwn, writeOwn } from './own-cache.js'

/** A larger tool is not kept. */
const MOST = 1 << 20

const NEWLINE = 0x0a

/** What a program of the machine's own code begins with; a script may run anything. */
const ELF = '\x7fELF'

/** The version that a tool said it is of, and how a later run finds it. */
export interface KeptVersion {
  /** What an earlier run kept; undefined where the tool is to be asked. */
  readonly version: string | undefined
  keep(version: string): void
}

/**
 * What a tool said of its version when it was asked before: asking takes longer than most runs. It is kept with every byte of the
 * tool, and holds for that same program alone: one of the machine's own code, which has the version in it.
 */
export function keptVersion(name: string, path: string, environment: NodeJS.ProcessEnv): KeptVersion {
  const folder = cacheFolder('tools', environment)
  const tool = folder === undefined ? undefined : attempt(() => bytesOf(path))
  if (folder === undefined || tool === undefined) return { version: undefined, keep: () => {} }
  const file = join(folder, name)
  return {
    version: versionOf(readOwn(file), tool),
    keep: (version) => {
      if (tool.includes(version, 0, 'latin1')) {
        attempt(() => writeOwn(folder, file, Buffer.concat([Buffer.from(`${version}\n`, 'latin1'), tool])))
      }
    },
  }
}

/** A tool that is small enough, and a program of the machine's own code. */
function bytesOf(path: string): Buffer | undefined {
  if (statSync(path).size > MOST) return undefined
  const bytes = readFileSync(path)
  return bytes.toString('latin1', 0, ELF.length) === ELF ? bytes : undefined
}

function versionOf(kept: Buffer | undefined, tool: Buffer): string | undefined {
  if (kept === undefined) return undefined
  const end = kept.indexOf(NEWLINE)
  return end > 0 && kept.subarray(end + 1).equals(tool) ? kept.toString('latin1', 0, end) : undefined
}
