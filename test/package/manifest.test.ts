import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, ROOT, type SourceFile, sources } from '../shape/sources.js'

const files = sources('src', 'adapters', 'arbitraries')
const mine = files.concat(sources('test', 'tools'))

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const targets: readonly string[] = [
    ...Object.values<string>(manifest.bin),
    ...Object.values<Record<string, string>>(manifest.exports).flatMap((one) => Object.values(one)),
  ].map((path) => path.replace('./', ''))
  const { dependencies, devDependencies } = manifest

  test('what it exports has a source', () => {
    const source = (path: string): string => path.replace(/^dist\//, '').replace(/(?:\.d\.ts|\.js)$/, '.ts')
    expect(targets.filter((path) => !existsSync(join(ROOT, source(path))))).toEqual([])
  })

  test.skipIf(!existsSync(join(ROOT, 'dist')))('what it exports is built', () => {
    expect(targets.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('the files it packs exist', () => {
    const packed: readonly string[] = manifest.files.filter((path: string) => !path.startsWith('dist/'))
    expect(packed.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('runs on Node 20 and later', () => {
    expect(manifest.engines.node).toBe('>=20')
    expect(manifest.type).toBe('module')
  })

  test('every command starts with a shebang', () => {
    for (const path of Object.values<string>(manifest.bin)) {
      const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts')
      expect(readFileSync(join(ROOT, source), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true)
    }
  })

  test('every dependency is pinned', () => {
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('every dependency is used, and nothing else is', () => {
    const packages = (list: readonly SourceFile[]): ReadonlySet<string> =>
      new Set(
        list
          .flatMap(({ imports }) => imports)
          .filter(
            (one) => !one.endsWith('.ts') && !one.endsWith('.js') && !one.startsWith('node:') && !one.startsWith('.'),
          ),
      )
    const used = packages(files)
    // What users need not install is bundled.
    const known = Object.keys({ ...dependencies, ...devDependencies })
    expect([...used].filter((name) => !known.includes(name))).toEqual([])
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([])
    const scripts = Object.values(manifest.scripts).join(' ')
    const commands: Readonly<Record<string, string>> = {
      typescript: 'tsc',
      '@biomejs/biome': 'biome',
      vitest: 'vitest',
      esbuild: 'tools/bundle.js',
    }
    const inTests = packages(mine)
    const plain = filesBelow('tools').filter((path) => path.endsWith('.js'))
    const inScripts = plain.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n')
    const idle = Object.keys(devDependencies).filter(
      (name) =>
        !name.startsWith('@types/') &&
        !inTests.has(name) &&
        !inScripts.includes(` from '${name}'`) &&
        !scripts.includes(commands[name] ?? name),
    )
    expect(idle).toEqual([])
  })

  test('what npm packs is at most 800 KiB to download, a third of it texts', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
    const [{ size, files: packed }] = JSON.parse(stdout)
    expect(packed.map(({ path }: { path: string }) => path)).toContain('dist/src/cli/main.js')
    expect(size).toBeLessThanOrEqual(800 << 10)
  })
})
