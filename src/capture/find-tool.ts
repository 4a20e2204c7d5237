import { accessSync, constants, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { MemmapsError } from '../report/errors.js'

/** Where tools live when PATH does not say so. */
const DIRECTORIES: readonly string[] = ['/usr/bin', '/usr/sbin', '/bin', '/sbin']

/** The Debian package that brings a tool. */
const PACKAGES: Readonly<Record<string, string>> = { lsof: 'lsof', pmap: 'procps' }

/** The absolute path of a tool: the one given, or the first in PATH and the usual places. */
export function findTool(
  name: string,
  given?: string,
  path: string = process.env.PATH ?? '',
  usual: readonly string[] = DIRECTORIES,
): string {
  if (given !== undefined) return checked(name, resolve(given))
  for (const directory of [...path.split(':').filter(isAbsolute), ...usual]) {
    const candidate = join(directory, name)
    if (whyNot(candidate) === undefined) return candidate
  }
  const pack = PACKAGES[name]
  throw new MemmapsError(
    'no-tool',
    `${name} is not installed`,
    pack === undefined ? `install ${name}, or give its path` : `apt-get install ${pack}, or --${name} with its path`,
  )
}

function checked(name: string, path: string): string {
  const problem = whyNot(path)
  if (problem === undefined) return path
  throw new MemmapsError('no-tool', `${path} ${problem}`, `leave --${name} out to have one looked for`)
}

function whyNot(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return 'is not a program'
  } catch {
    return 'does not exist'
  }
  try {
    accessSync(path, constants.X_OK)
    return undefined
  } catch {
    return 'may not be run'
  }
}
