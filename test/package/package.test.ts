import { readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../shape/sources.js'
import { compile } from './compile.js'
import { examplesOf } from './examples.js'
import { type Packed, pack, run } from './packed.js'
import { toyParser, wanted } from './toy-parser.js'

const examples = examplesOf(readFileSync(join(ROOT, 'docs/library.md'), 'utf8'))
let packed: Packed

beforeAll(() => {
  packed = pack()
})

afterAll(() => packed?.remove())

/** What a packed module or declaration imports, as written. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(packed.consumer, 'node_modules/memmaps', path), 'utf8')
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
}

describe('what is packed', () => {
  test('is what users need, and nothing else', () => {
    const needed = [
      /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|schema\/[a-z-]+\.json)$/,
      /^dist\/src\/(?:(?:index|core|cli\/main|golden\/index|generated\/index)\.js|cli\/package\.json)$/,
      /^dist\/src\/bundle\/(?:[\w-]+\.c?js|LICENSES\.txt)$/,
      /^dist\/(?:src|adapters|arbitraries)\/.+\.d\.ts$/,
      /^golden\/(?:README\.md|flags\.json|(?:maps|smaps|lsof|pmap|status)\/(?:valid|invalid|either)\/[a-z0-9-]+\.(?:txt|json))$/,
    ]
    expect(packed.files.filter((path) => !needed.some((one) => one.test(path)))).toEqual([])
    for (const path of ['LICENSE', 'README.md', 'dist/src/index.js', 'dist/src/index.d.ts', 'dist/src/cli/main.js']) {
      expect(packed.files).toContain(path)
    }
  })

  test('has what each of its modules and types imports', () => {
    const modules = packed.files.filter((path) => /\.(?:c?js|d\.ts)$/.test(path))
    const missing = modules.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(path), name))
        .map((needed) => (path.endsWith('.d.ts') ? needed.replace(/\.js$/, '.d.ts') : needed))
        .filter((needed) => !packed.files.includes(needed))
        .map((needed) => `${path}: ${needed}`),
    )
    expect(missing).toEqual([])
  })

  test('imports no package that is not installed with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const strays = packed.files
      .filter((path) => /\.c?js$/.test(path))
      .flatMap((path) => importsOf(path).map((name) => `${path}: ${name}`))
      .filter((one) => !/: (?:\.|node:)/.test(one) && !(one.replace(/.*: /, '') in dependencies))
    expect(strays).toEqual([])
  })

  test('has the licences of the packages in the bundle', () => {
    const licences = readFileSync(join(packed.consumer, 'node_modules/memmaps/dist/src/bundle/LICENSES.txt'), 'utf8')
    for (const name of ['commander', 'cli-table3', 'csv-stringify', 'picocolors', 'picomatch']) {
      expect(licences).toContain(`${name} `)
    }
    expect(licences).toContain('Permission is hereby granted')
  })
})

describe('the command line that is packed', () => {
  const main = (...words: readonly string[]): string =>
    run(
      process.execPath,
      [join(packed.consumer, 'node_modules/memmaps/dist/src/cli/main.js'), ...words],
      packed.consumer,
    )

  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(main('--version')).toBe(`${version}\n`)
  })

  test.each(['maps', 'smaps'])('reads %s of a file', (name) => {
    const file = join(packed.consumer, name)
    writeFileSync(file, readFileSync(`/proc/self/${name}`))
    expect(main('convert', '-t', 'maps', file)).toBe(main('convert', '-t', 'maps', '-f', name, file))
    expect(main('show', file, '--path', '*libc*')).toMatch(/regions?/)
  })

  test.each([
    ['a live process', ['show', String(process.pid)]],
    ['a live process with a glob', ['show', String(process.pid), '--path', '*libc*']],
    ['a live process as JSON', ['show', String(process.pid), '--json']],
    ['lsof', ['lsof', '-a', '-d', 'mem', '-p', String(process.pid)]],
    ['lsof of a version', ['lsof', '--as', '4.93.2', '-a', '-d', 'mem', '-p', String(process.pid)]],
    ['pmap', ['pmap', '-x', String(process.pid)]],
    ['check', ['check', '/proc/self/maps']],
    ['formats', ['formats']],
  ])('runs %s', (_, words) => {
    expect(main(...words).split('\n').length).toBeGreaterThan(2)
  })
})

describe('how it is published', () => {
  test('publint has nothing against it', async () => {
    const pkgDir = join(packed.consumer, 'node_modules/memmaps')
    const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('the types resolve as the modules do (attw)', async () => {
    const data = new Uint8Array(readFileSync(packed.tarball))
    const result = await checkPackage(createPackageFromTarballData(data))
    // CommonJS gets an ES module through require() in Node 22 alone, and nothing at all is found without `exports`.
    const known = ['CJSResolvesToESM', 'NoResolution']
    const { problems = [] } = 'problems' in result ? result : {}
    expect(result.types).not.toBe(false)
    expect(problems.filter(({ kind }) => !known.includes(kind))).toEqual([])
    const found = problems.filter(({ kind }) => kind === 'NoResolution')
    expect(found.map((problem) => 'resolutionKind' in problem && problem.resolutionKind)).toEqual(
      found.map(() => 'node10'),
    )
  })
})

describe('a user’s project', () => {
  test('runs an ES module that imports it', () => {
    const script = `
      import * as memmaps from 'memmaps'
      import * as core from 'memmaps/core'
      const [view] = core.parse('00400000-00401000 r-xp 00000000 fe:01 9 /bin/true\\n')
      console.log([...view].length, Object.keys(memmaps).filter((name) => !(name in core)).sort().join(' '))
    `
    const said = run(process.execPath, ['--input-type=module', '-e', script], packed.consumer)
    expect(said).toBe('1 capture loadCapture redact saveCapture\n')
  })

  test('runs an ES module that imports the corpus and the generators', () => {
    const script = `
      import fc from 'fast-check'
      import * as golden from 'memmaps/golden'
      import * as arbitraries from 'memmaps/arbitraries'
      const cases = golden.goldenCases()
      console.log([...new Set(cases.map(({ adapter }) => adapter))].join(' '), cases.length > 300)
      const [{ adapter, text }] = fc.sample(arbitraries.mapsTexts({ kernel: '6.12' }), 1)
      console.log(adapter, text.length > 40, Object.keys(arbitraries).sort().join(' '))
      for (const make of [arbitraries.lsofTexts, arbitraries.pmapTexts]) {
        const [one] = fc.sample(make({ kernel: '6.12' }), 1)
        console.log(one.adapter, one.text.length > 0, Object.keys(one.expected.views[0]).join(' '))
      }
    `
    expect(run(process.execPath, ['--input-type=module', '-e', script], packed.consumer)).toBe(
      'maps smaps status lsof pmap true\nmaps true addressSpaces damaged lsofTexts mapsTexts pathnames pmapTexts smapsTexts\n' +
        'lsof true process regions\npmap true process regions\n',
    )
  })

  test('compiles every example, strictly', () => {
    const sources = Object.fromEntries(examples.map(({ code, line }) => [`line-${line}.mts`, code]))
    compile(packed.consumer, 'tsconfig.json', sources, { types: ['node'], skipLibCheck: true })
  })

  test('compiles without the types of Node, every declaration of the package among it', () => {
    const source = `
      import type { Snapshot } from 'memmaps'
      import { convert, parse, parseStream, type Loss, type Region, type View } from 'memmaps/core'
      const [view] = parse('', { from: 'maps' })
      const regions: Region[] = [...view]
      const start: bigint | undefined = regions[0]?.start
      const losses: readonly Loss[] = convert(view, 'json', { strict: true }).losses
      const stream = new ReadableStream<Uint8Array>()
      const later: Promise<readonly View[]> = parseStream(stream)
      // @ts-expect-error a stream is not read at once
      parse(stream)
      // @ts-expect-error a number is no text
      parse(5)
      export const captured = (snapshot: Snapshot): readonly View[] => snapshot.views
      export { later, losses, start }
    `
    const options = { types: [], lib: ['ES2023', 'DOM'], skipLibCheck: false, skipDefaultLibCheck: true }
    compile(packed.consumer, 'tsconfig.core.json', { 'core.mts': source }, options)
  })
})

describe('the example project', () => {
  test('wants what is there', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(wanted('memmaps')).toBe(manifest.version)
    expect(wanted('fast-check')).toBe(manifest.dependencies['fast-check'])
  })

  test('finds its two mistakes with the corpus and with generated texts', () => {
    const { status, stdout } = toyParser(packed.consumer)(['--test', '--test-reporter=tap'])
    expect(status).toBe(1)
    for (const name of ['maps/valid/names-hostile', 'maps/valid/inode-above-2-63', 'an address space of Linux 6.12']) {
      expect(stdout).toMatch(new RegExp(`^not ok \\d+ - ${name}`, 'm'))
    }
    expect(stdout).toMatch(/^ok \d+ - maps\/valid\/address-zero$/m)
    expect(stdout).toMatch(/Counterexample: \[maps of Linux 6\.12 on x86_64\n +00010000-00011000 .* 1 +\/\S* \S*\n/)
  })

  test('is a decoder', () => {
    const decode = toyParser(packed.consumer)
    const { stdout } = decode(['decoder.js'], '00400000-00401000 r-xp 00000000 fe:01 9   /bin/true\n')
    expect(JSON.parse(stdout)).toMatchObject([{ start: '400000', inode: '9', pathname: '/bin/true' }])
    expect(decode(['decoder.js'], 'Dear Sir,\n')).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('docs/library.md', () => {
  test('has an example of each verb', () => {
    for (const verb of [
      'parse',
      'parseStream',
      'detect',
      'convert',
      'compare',
      'check',
      'capture',
      'redact',
      'formats',
      'The corpus: memmaps/golden',
      'Generated texts: memmaps/arbitraries',
    ]) {
      expect(examples.some(({ about, output }) => about === verb && output !== '')).toBe(true)
    }
  })

  test.each(examples.map((one) => [`${one.about}, line ${one.line}`, one] as const))('%s', (_, {
    code,
    line,
    output,
  }) => {
    const file = join(packed.consumer, `line-${line}.mjs`)
    writeFileSync(file, code)
    expect(run(process.execPath, [file], join(ROOT, 'test/cli/input'))).toBe(output)
  })
})
