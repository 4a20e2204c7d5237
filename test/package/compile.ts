import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../shape/sources.js'
import { run } from './packed.js'

const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')

/** Checks sources as the files of a user's project. */
export function compile(
  folder: string,
  name: string,
  sources: Readonly<Record<string, string>>,
  options: object,
): void {
  for (const [file, text] of Object.entries(sources)) writeFileSync(join(folder, file), text)
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2022',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  }
  writeFileSync(join(folder, name), JSON.stringify({ compilerOptions, files: Object.keys(sources) }))
  run(process.execPath, [tsc, '-p', name], folder)
}
