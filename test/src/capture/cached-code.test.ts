import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Loaded, runCached } from '../../../src/capture/cached-code.js'

let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'memmaps-code-'))
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

function load(name: string, answer: number, environment: NodeJS.ProcessEnv = { HOME: home }): Loaded {
  const path = join(home, `${name}.cjs`)
  writeFileSync(path, `({ answer: () => ${answer} })`)
  return runCached(path, 'kind', environment)
}

function answerOf({ value }: Loaded): number {
  return (value as { answer: () => number }).answer()
}

const folder = (): string => join(home, '.cache/memmaps/code')
const kept = (): string[] => readdirSync(folder())

test('a second run finds what the first kept', () => {
  const first = load('file-A1', 41)
  expect(answerOf(first)).toBe(41)
  first.keep(1)
  const [name = ''] = kept()
  expect(name).toBe(`file-A1.kind.${process.version}-${process.arch}`)
  expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600)
  const { ino } = statSync(join(folder(), name))
  const second = load('file-A1', 41)
  expect(answerOf(second)).toBe(41)
  second.keep(1)
  expect(statSync(join(folder(), name)).ino).toBe(ino)
})

test('a run that used more modules than the one that was kept takes its place', () => {
  load('file-A1', 41).keep(2)
  const place = join(folder(), kept()[0] as string)
  const { ino } = statSync(place)
  load('file-A1', 41).keep(1)
  expect(statSync(place).ino).toBe(ino)
  load('file-A1', 41).keep(3)
  expect(statSync(place).ino).not.toBe(ino)
  const last = load('file-A1', 41)
  expect(answerOf(last)).toBe(41)
})

test('another build takes the place of one that is older than a day', () => {
  load('file-A1', 1).keep(1)
  const dayBefore = Date.now() / 1000 - 86_500
  utimesSync(join(folder(), kept()[0] as string), dayBefore, dayBefore)
  load('file-C3', 1).keep(1)
  load('other-A1', 1).keep(1)
  expect(answerOf(load('file-B2', 2))).toBe(2)
  load('file-B2', 2).keep(1)
  expect(kept().map((name) => name.split('.')[0])).toEqual(['file-B2', 'file-C3', 'other-A1'])
})

test('what is damaged is not used, and made again', () => {
  load('file-A1', 7).keep(1)
  const [name = ''] = kept()
  // Another file than the one that was run, for V8 remembers that one.
  const path = join(folder(), name.replace('A1', 'C3'))
  writeFileSync(path, readFileSync(join(folder(), name)).subarray(0, 40))
  const damaged = load('file-C3', 77)
  expect(answerOf(damaged)).toBe(77)
  damaged.keep(1)
  expect(statSync(path).size).toBeGreaterThan(40)
})

test('a folder that others may write to is not written to, and a file that they may is not read', () => {
  load('file-A1', 7).keep(1)
  const path = join(folder(), kept()[0] as string)
  const { ino } = statSync(path)
  chmodSync(path, 0o666)
  const again = load('file-A1', 7)
  again.keep(1)
  expect(statSync(path).ino).not.toBe(ino)
  chmodSync(folder(), 0o777)
  load('new-A1', 7).keep(1)
  expect(kept()).toHaveLength(1)
})

test.each([
  ['no home', {}],
  ['a home that is no path', { HOME: 'here' }],
  ['a home that is not there', { HOME: '/proc/none' }],
])('%s: nothing is kept, and it runs', (_, environment) => {
  const loaded = load('file-A1', 7, environment)
  loaded.keep(1)
  expect(answerOf(loaded)).toBe(7)
  expect(readdirSync(home)).toEqual(['file-A1.cjs'])
})

test('NODE_DISABLE_COMPILE_CACHE keeps nothing', () => {
  load('file-A1', 7, { HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' }).keep(1)
  expect(readdirSync(home)).toEqual(['file-A1.cjs'])
})
