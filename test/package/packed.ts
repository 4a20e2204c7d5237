import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../shape/sources.js'

/** The package as `npm pack` makes it, and a folder in which it is installed. */
export interface Packed {
  readonly tarball: string
  /** Every file in it, below the package's folder. */
  readonly files: readonly string[]
  /** Where `import 'memmaps'` finds what was packed, and nothing but it. */
  readonly consumer: string
  /** Takes all of it away. */
  remove(): void
}

/** Builds and packs the package, and installs it beside what it depends on. */
export function pack(): Packed {
  run(process.execPath, [join(ROOT, 'tools/setup.js'), '--build'], ROOT)
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-packed-'))
  const said = run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    ROOT,
  )
  const [{ filename, files }] = JSON.parse(said) as [{ filename: string; files: readonly { path: string }[] }]
  const consumer = join(folder, 'consumer')
  const modules = join(consumer, 'node_modules')
  mkdirSync(modules, { recursive: true })
  run('tar', ['-xzf', join(folder, filename), '-C', folder], ROOT)
  renameSync(join(folder, 'package'), join(modules, 'memmaps'))
  linkModules(modules)
  return {
    tarball: join(folder, filename),
    files: files.map(({ path }) => path),
    consumer,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs a command to its end, and gives what it printed; throws what it said where it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${error ?? ''}${stdout}${stderr}`)
  return stdout
}

/** Puts every package that is installed here beside the packed one. */
function linkModules(modules: string): void {
  const installed = join(ROOT, 'node_modules')
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.')) continue
    const names = name.startsWith('@') ? readdirSync(join(installed, name)).map((one) => `${name}/${one}`) : [name]
    for (const one of names) {
      mkdirSync(dirname(join(modules, one)), { recursive: true })
      symlinkSync(join(installed, one), join(modules, one))
    }
  }
}
