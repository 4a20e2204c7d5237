import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import { namesUsed, strayImports, undocumented } from './shape/findings.js'
import { filesBelow, ROOT, reach, type SourceFile, sources } from './shape/sources.js'

const files = sources('src', 'adapters')
const mine = files.concat(sources('test'))

/** Below each folder, what its files may import: the layers of the design, from the bottom up. */
const LAYERS: readonly (readonly [folder: string, ...allowed: readonly string[]])[] = [
  ['src/model/', 'src/model/'],
  ['src/report/', 'src/report/', 'src/model/'],
  ['src/scan/', 'src/scan/', 'src/report/', 'src/model/'],
  ['src/kernel/', 'src/kernel/', 'src/model/'],
  ['src/view.ts', 'src/model/', 'src/report/'],
  ['src/facts.ts', 'src/view.ts', 'src/model/'],
  // What is imitated are the adapters, so that the two describe each other; both are types alone.
  ['src/imitation.ts', 'src/adapter.ts', 'src/facts.ts', 'src/view.ts', 'src/model/'],
  ['src/adapter.ts', 'src/imitation.ts', 'src/facts.ts', 'src/view.ts', 'src/model/', 'src/report/'],
  ['src/redact/', 'src/redact/', 'src/ops/', 'src/adapter.ts', 'src/kernel/', 'src/scan/', 'src/report/', 'src/model/'],
  ['src/ops/', 'src/ops/', 'src/adapter.ts', 'src/kernel/', 'src/scan/', 'src/report/', 'src/model/'],
  [
    'src/capture/',
    'src/capture/',
    'src/redact/',
    'src/ops/',
    'src/adapter.ts',
    'src/kernel/',
    'src/scan/',
    'src/report/',
    'src/model/',
    'node:',
    'execa',
  ],
  ['adapters/index.ts', 'adapters/', 'src/adapter.ts'],
  [
    'src/library/',
    'src/library/',
    'src/capture/',
    'src/ops/',
    'src/adapter.ts',
    'src/scan/',
    'src/report/',
    'src/model/',
    'adapters/index.ts',
  ],
]

/** Globals that a browser has not; `process` alone is also a word of ours. */
const NODE_ONLY =
  /^(?:Buffer|require|__dirname|global|setImmediate|process\.(?:env|argv|platform|versions|nextTick|cwd|hrtime|stdin|stdout|stderr|exit|exitCode))$/

/** What an adapter may import besides its own folder. */
const BELOW_ADAPTERS = ['src/adapter.ts', 'src/scan/', 'src/report/', 'src/model/', 'src/kernel/']

/** The adapters that are made of another one. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  // In the kernel smaps is an extension of maps, so it is here.
  smaps: ['maps'],
  // A line of it is a region of the canonical JSON; osquery's rows are one table in both.
  ndjson: ['json', 'csv'],
  // What a cell cannot say, it says in the words of the canonical JSON: base64, and fields we do not know.
  csv: ['json'],
}

/** The library that writes CSV: its build for browsers imports nothing, which is tested where it is used. */
const CSV_WRITER = 'csv-stringify'

describe('layers', () => {
  test.each(LAYERS)('%s imports only what is below it', (folder, ...allowed) => {
    const strays = files.filter(({ path }) => path.startsWith(folder)).flatMap((file) => strayImports(file, allowed))
    expect(strays).toEqual([])
  })

  test.each(adapters)('the adapter $name imports no other one', ({ name }) => {
    const allowed = [`adapters/${name}/`, ...BELOW_ADAPTERS]
    allowed.push(...(NEIGHBOURS[name] ?? []).map((one) => `adapters/${one}/`))
    if (name === 'csv') allowed.push(CSV_WRITER)
    const own = files.filter(({ path }) => path.startsWith(`adapters/${name}/`))
    expect(own.flatMap((file) => strayImports(file, allowed))).toEqual([])
  })

  test('only capture starts processes and reads files', () => {
    const io = ['execa', 'node:fs', 'node:child_process']
    const others = files.filter(({ path }) => !path.startsWith('src/capture/'))
    expect(
      others.flatMap(({ path, imports }) =>
        imports
          .filter((one) => io.some((name) => one === name || one.startsWith(`${name}/`)))
          .map((one) => `${path}: ${one}`),
      ),
    ).toEqual([])
  })

  test('only cli prints and exits', () => {
    const others = files.filter(({ path }) => !path.startsWith('src/cli/'))
    const printing = /^(?:console$|process\.(?:stdout|stderr|exit|exitCode)$)/
    expect(others.flatMap((file) => namesUsed(file, printing))).toEqual([])
  })

  test('./core runs in a browser', () => {
    const core = [...reach('src/core.ts').values()]
    expect(
      core.flatMap((file) =>
        file.imports.filter((one) => !one.endsWith('.ts') && one !== CSV_WRITER).map((one) => `${file.path}: ${one}`),
      ),
    ).toEqual([])
    expect(core.flatMap((file) => namesUsed(file, NODE_ONLY))).toEqual([])
  })
})

describe('adapters', () => {
  const folders = [...new Set(filesBelow('adapters').map((path) => path.split('/')[1] as string))].filter(
    (name) => !name.endsWith('.ts'),
  )

  test('every folder is in the list', () => {
    const listed = files.find(({ path }) => path === 'adapters/index.ts')!.imports
    expect(folders.filter((name) => !listed.includes(`adapters/${name}/index.ts`))).toEqual([])
  })

  test.each(folders)('%s has its facts and its goldens', (name) => {
    expect(existsSync(join(ROOT, 'adapters', name, 'README.md'))).toBe(true)
    expect(existsSync(join(ROOT, 'golden', name))).toBe(true)
  })

  test.each(adapters)('$name says what it can say', ({ dialects, reasons, project }) => {
    expect(Object.keys(dialects)).not.toEqual([])
    for (const { says, summary } of Object.values(dialects)) {
      expect(summary).not.toBe('')
      expect(new Set(says).size).toBe(says.length)
    }
    if (project !== undefined) expect(reasons).toBeDefined()
  })
})

describe('files', () => {
  const all = mine.map(({ path }) => path).concat(filesBelow('tools'))

  test('none is over 250 lines', () => {
    // A lock file is data, which a program writes.
    const long = all.filter(
      (path) => !path.endsWith('/lock.json') && readFileSync(join(ROOT, path), 'utf8').split('\n').length > 251,
    )
    expect(long).toEqual([])
  })

  test('none is named after nothing', () => {
    const empty = /^(?:utils?|helpers?|shared|common|misc|lib|stuff)(?:\.|$)/
    expect(all.filter((path) => path.split('/').some((part) => empty.test(part)))).toEqual([])
  })

  test('none names a machine', () => {
    const machine = new RegExp(['', '(?:work|root)', ''].join('/'))
    const told = all.filter(
      (path) => path.startsWith('src/') || path.startsWith('adapters/') || path.startsWith('tools/'),
    )
    expect(told.filter((path) => machine.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([])
  })

  test('every export says what it is', () => {
    expect(files.flatMap(undocumented)).toEqual([])
  })
})

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
    const idle = Object.keys(devDependencies).filter(
      (name) => !name.startsWith('@types/') && !inTests.has(name) && !scripts.includes(commands[name] ?? name),
    )
    expect(idle).toEqual([])
  })

  test('what npm packs is at most 512 KiB to download', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
    const [{ size, files: packed }] = JSON.parse(stdout)
    expect(packed.map(({ path }: { path: string }) => path)).toContain('dist/src/cli/main.js')
    expect(size).toBeLessThanOrEqual(512 << 10)
  })
})
