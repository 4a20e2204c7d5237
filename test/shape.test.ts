import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import { namesUsed, strayImports, undocumented } from './shape/findings.js'
import { LAYERS } from './shape/layers.js'
import { filesBelow, ROOT, reach, sources } from './shape/sources.js'

const files = sources('src', 'adapters', 'arbitraries')
const mine = files.concat(sources('test'))

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

  test.each([
    ['only capture reads files, and golden those of the corpus', ['node:fs'], ['src/capture/', 'src/golden/']],
    [
      'only capture starts processes, and validate decoders',
      ['execa', 'node:child_process'],
      ['src/capture/', 'src/validate/', 'src/cli/validate.ts'],
    ],
    [
      'only arbitraries generate, and what is made of them',
      ['fast-check'],
      ['arbitraries/', 'src/generated/', 'src/validate/generate.ts'],
    ],
  ])('%s', (_, io, allowed) => {
    const others = files.filter(({ path }) => !allowed.some((start) => path.startsWith(start)))
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

  test('the library comes to no generator', () => {
    for (const entry of ['src/index.ts', 'src/golden/index.ts']) {
      expect([...reach(entry).values()].filter(({ imports }) => imports.includes('fast-check'))).toEqual([])
    }
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
    // A lock file and the results of a bench are data, which a program writes.
    const long = all.filter(
      (path) =>
        !/\/(?:lock\.json|RESULTS\.md)$/.test(path) && readFileSync(join(ROOT, path), 'utf8').split('\n').length > 251,
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
      (path) =>
        path.startsWith('src/') ||
        path.startsWith('adapters/') ||
        path.startsWith('arbitraries/') ||
        path.startsWith('tools/'),
    )
    expect(told.filter((path) => machine.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([])
  })

  test('every export says what it is', () => {
    expect(files.flatMap(undocumented)).toEqual([])
  })
})
