import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { READINGS } from '../../../src/golden/captures.js'
import { goldenCaptures, goldenCases, goldenFlags } from '../../../src/golden/index.js'
import { parse } from '../../../src/library/parse.js'
import { MemmapsError } from '../../../src/report/errors.js'
import { filesBelow } from '../../shape/sources.js'

const CAPTURES = fileURLToPath(new URL('../../../golden/captures', import.meta.url))

test('has every text of the folder once', () => {
  const texts = filesBelow('golden').filter((path) => /^golden\/[a-z]+\/(?:valid|invalid|either)\/.*\.txt$/.test(path))
  expect(goldenCases().map(({ id }) => `golden/${id}.txt`)).toEqual(expect.arrayContaining([...texts]))
  expect(goldenCases()).toHaveLength(texts.length)
})

test('a case has all that is known of it', () => {
  const one = goldenCases({ adapter: 'maps', kind: 'valid' }).find(({ name }) => name === 'address-zero')!
  expect(one).toMatchObject({ id: 'maps/valid/address-zero', adapter: 'maps', kind: 'valid', dialect: '64bit' })
  expect(one.about).not.toBe('')
  expect(one.flags.filter((flag) => !(flag in goldenFlags()))).toEqual([])
  expect(one.text).toEqual(new Uint8Array(readFileSync(one.path)))
  expect(one.expected?.views[0]?.regions[0]?.start).toBe('0')
})

test('a valid case is read as expected with what it says of itself', () => {
  for (const { id, adapter, dialect, text, expected } of goldenCases({ kind: 'valid' })) {
    const views = parse(text, { from: `${adapter}:${dialect}` })
    const read = views.map((view) => [view.dialect, view.table.length])
    expect([id, ...read]).toEqual([id, ...expected!.views.map((view) => [view.dialect, view.regions.length])])
  }
})

test('an invalid case has something wrong with it, and either expects nothing', () => {
  expect(goldenCases({ kind: 'invalid' }).filter(({ expected }) => (expected?.diagnostics.length ?? 0) === 0)).toEqual(
    [],
  )
  expect(goldenCases({ kind: 'either' }).filter(({ expected }) => expected !== undefined)).toEqual([])
})

test('the texts of captures are cases too', () => {
  const folder = join(CAPTURES, '6.12.117-x86_64')
  const cases = [...goldenCaptures(folder)]
  expect(cases.length).toBeGreaterThan(50)
  const maps = cases.find(({ id }) => id === 'captures/perl/proc/maps')!
  expect(maps).toMatchObject({ adapter: 'maps', kernel: '6.12.117', arch: 'x86_64', source: 'captured' })
  expect(Buffer.from(maps.text)).toEqual(readFileSync(join(folder, 'perl/proc/maps')))
  const smaps = cases.find(({ id }) => id === 'captures/perl/proc/smaps')!
  expect(Buffer.from(smaps.text).toString('latin1')).toContain('\nRss: ')
  expect(cases.filter(({ path }) => !existsSync(path))).toEqual([])
  for (const { kind, expected } of cases) expect(kind === 'either').toBe(expected === undefined)
})

test('a reading that is no JSON is told when it is asked for, and not before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-golden-'))
  cpSync(join(CAPTURES, '6.1.176-x86_64/kthread'), folder, { recursive: true })
  writeFileSync(join(folder, READINGS), gzipSync('{'))
  const [first] = goldenCaptures(folder)
  expect(first?.id).toMatch(/^captures\//)
  expect(() => first?.expected).toThrow(/readings\.json\.gz is not JSON/)
  expect(() => first?.kind).toThrow(MemmapsError)
  rmSync(folder, { recursive: true })
})

test('a text that was read is as long as it was in the capture', () => {
  const folder = join(CAPTURES, '2.6.32-x86_64')
  const cases = [...goldenCaptures(folder)].filter(({ expected }) => expected !== undefined)
  for (const { name, text, dialect, adapter, expected } of cases) {
    const views = parse(text, { from: `${adapter}:${dialect}` })
    expect([name, ...views.map(({ table }) => table.length)]).toEqual([
      name,
      ...expected!.views.map(({ regions }) => regions.length),
    ])
  }
})
