import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** A file of a corpus as JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === undefined ? `is not JSON: ${message}` : `cannot be read: ${code}`
    throw new MemmapsError('unreadable', `${path} ${why}`, 'mend it, or take the corpus anew')
  }
}
