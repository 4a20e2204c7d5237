import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the reference parsers are compiled to: out of git's and the package's sight. */
const COMPILED = join(root, 'node_modules', '.bench')

/**
 * The modules of the reference parsers, which the build leaves out.
 *
 * @returns {Promise<{ maps: (text: Uint8Array) => unknown[], smaps: (text: Uint8Array) => unknown[] }>}
 */
export async function referenceParsers() {
  const { referenceMaps: maps } = await import(join(COMPILED, 'test', 'reference', 'maps.js'))
  const { referenceSmaps: smaps } = await import(join(COMPILED, 'test', 'reference', 'smaps.js'))
  return { maps, smaps }
}

/** Compiles the reference parsers where that has not been done since they changed. */
export function compileReference() {
  const sources = ['maps', 'smaps'].map((name) => join(root, 'test', 'reference', `${name}.ts`))
  const stamp = join(COMPILED, 'package.json')
  if (existsSync(stamp) && sources.every((path) => statSync(path).mtimeMs < statSync(stamp).mtimeMs)) return
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = '--target ES2022 --module NodeNext --skipLibCheck --types node --rootDir . --outDir'.split(' ')
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...sources, ...options, COMPILED], { cwd: root })
  if (status !== 0) throw new Error(`the reference parsers do not compile:\n${stdout}`)
  mkdirSync(COMPILED, { recursive: true })
  // Below node_modules the project's own package.json does not count.
  writeFileSync(stamp, '{ "type": "module" }\n')
}
