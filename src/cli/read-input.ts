import type { Adapter } from '../adapter.js'
import { readStdin, readWholeFile } from '../capture/files.js'
import { parseAdapterName } from '../ops/adapter-name.js'
import { detect } from '../ops/detect.js'
import { MemmapsError } from '../report/errors.js'

/** A text, and what it is to be read as. */
export interface Input {
  readonly adapter: Adapter
  readonly dialect?: string
  readonly bytes: Uint8Array
  /** For people: the path, or `stdin`. */
  readonly name: string
}

/** The pid that an argument is, or undefined for a file's name. */
export function pidOf(target: string): number | undefined {
  if (!/^[0-9]+$/.test(target)) return undefined
  if (target.length < 11) return Number(target)
  throw new MemmapsError('no-process', `no process ${target}`, 'check the pid with ps')
}

/** Reads a file, or stdin for `-`, and finds out its format where `from` does not name one. */
export async function readInput(adapters: readonly Adapter[], path: string, from?: string): Promise<Input> {
  const choice = from === undefined ? undefined : parseAdapterName(adapters, from)
  const name = path === '-' ? 'stdin' : path
  if (path === '-' && process.stdin.isTTY) {
    throw new MemmapsError('usage', 'nothing is piped in', 'name a pid or a file, or pipe a text in')
  }
  const bytes = path === '-' ? await readStdin() : await readWholeFile(path)
  if (choice !== undefined) return { ...choice, bytes, name }
  try {
    const { adapter, match } = detect(adapters, bytes)
    return { adapter, dialect: match.dialect, bytes, name }
  } catch (error) {
    if (!(error instanceof MemmapsError)) throw error
    throw new MemmapsError(error.code, `${name}: ${error.message}`, error.next, { cause: error })
  }
}
