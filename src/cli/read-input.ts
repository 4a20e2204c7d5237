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
