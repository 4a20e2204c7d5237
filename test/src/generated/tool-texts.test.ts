import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GeneratedToolText, lsofTexts, pmapTexts } from '../../../src/generated/index.js'

const some = (texts: fc.Arbitrary<GeneratedToolText>): readonly GeneratedToolText[] =>
  fc.sample(texts, { seed: 1, numRuns: 30 })

test('texts are of the version, the dialect and the options that were asked for', () => {
  for (const one of some(pmapTexts({ version: '4.0.4', dialect: ['x', 'X'], kernel: '6.12', arch: 'x86_64' }))) {
    expect([one.adapter, one.kernel, one.arch, one.tool.version]).toEqual(['pmap', '6.12', 'x86_64', '4.0.4'])
    expect(one.dialect).toMatch(/^[xX]$/)
  }
  for (const { tool, text, expected } of some(
    pmapTexts({ version: '4.0.2', words: ['-x', '-p', '-q'], kernel: '6.12' }),
  )) {
    expect(tool.words).toEqual(['-x', '-p', '-q'])
    expect(Buffer.from(text).toString()).not.toMatch(/^Address|^total/m)
    expect(expected.views[0]?.regions[0]).toHaveProperty('counters.Rss')
  }
})

test('a version between two that are known is called as the older one is', () => {
  const dialects = some(lsofTexts({ version: '4.97.0' })).map(({ tool, dialect }) => `${tool.version} ${dialect}`)
  expect([...new Set(dialects)].sort()).toEqual(['4.97.0 fields', '4.97.0 fields0', '4.97.0 table'])
  expect(some(pmapTexts({ version: 'busybox-1.36.0' }))[0]?.dialect).toMatch(/^busybox-1\.30/)
})

test('a field of a file is in the text as often as it is expected', () => {
  const texts = lsofTexts({ version: '4.95.0', dialect: 'fields0', kernel: '6.1' })
  fc.assert(
    fc.property(texts, ({ text, expected }) => {
      const inodes = [
        ...Buffer.from(text)
          .toString('latin1')
          .matchAll(/\0i(\d+)/g),
      ].map(([, inode]) => inode)
      expect(inodes).toEqual(expected.views.flatMap(({ regions }) => regions.flatMap(({ inode }) => inode ?? [])))
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('a failing text is shown by its lines, below the run that prints it', () => {
  const texts = pmapTexts({ version: '3.3.17', words: ['-x'], kernel: '6.12', arch: 'x86_64' })
  const { counterexample } = fc.check(
    fc.property(texts, () => false),
    { seed: 1, numRuns: 1 },
  )
  expect(fc.stringify(counterexample?.[0])).toMatch(
    /^pmap -x \(3\.3\.17, LC_ALL=C\) on Linux 6\.12 on x86_64\n1: {3}prog\nAddress/,
  )
})

test.each([
  [{ version: '5.0.0' }, 'no texts of pmap 5.0.0 are made up'],
  [{ version: 'nonsense' }, 'no texts of pmap nonsense are made up'],
  [{ version: '3.2.8', dialect: 'X' }, 'no texts of pmap in X are made up'],
  [{ words: ['-z'] }, 'no texts of pmap -z are made up'],
])('%j is refused, with what there is', (choice, message) => {
  expect(() => pmapTexts(choice)).toThrow(
    expect.objectContaining({ message, next: expect.stringMatching(/^ask for /) }),
  )
})
