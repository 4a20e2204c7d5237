import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { MemmapsError } from '../report/errors.js'

/** The folder of the corpus that comes with the package. */
export function ownFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'golden', 'flags.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new MemmapsError('unreadable', 'the package has no golden folder', 'install it again')
    folder = above
  }
  return join(folder, 'golden')
}

/** A file of a corpus as JSON; it is packed where its name says so. */
export function readJson(path: string): unknown {
  try {
    const bytes = readFileSync(path)
    return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === undefined ? `is not JSON: ${message}` : `cannot be read: ${code}`
    throw new MemmapsError('unreadable', `${path} ${why}`, 'mend it, or take the corpus anew')
  }
}
