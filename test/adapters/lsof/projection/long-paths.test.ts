import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const LONG = `/${'a'.repeat(200)}`.repeat(21)
const TITLES = 'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\n'

const read = (adapter: string, text: string, dialect?: string): View =>
  parse(adapters.find(({ name }) => name === adapter)!, Buffer.from(text), dialect ? { dialect } : {})[0] as View
const listing = (...inodes: number[]): View =>
  read(
    'lsof',
    TITLES + inodes.map((inode) => `a         7 root mem    REG    8,1            ${inode} ${LONG}\n`).join(''),
  )
const pmap = (rows: number, shown: string = LONG.slice(0, 950)): View => {
  const all = Array.from({ length: rows }, (_, row) => `000000000000${row + 1}000      4K r---- ${shown}`)
  return read('pmap', ['7:   a', ...all, ` total ${rows * 4}K`.padStart(18), ''].join('\n'))
}

test('each listed file with a long path has a row of pmap that begins so', () => {
  const verdict = (rows: number): string => compare(adapters, [pmap(rows), listing(11, 12)]).verdict
  expect(verdict(2)).not.toBe('disagree')
  expect(verdict(3)).not.toBe('disagree')
  expect(verdict(1)).toBe('disagree')
})

test('a row without the path has the last part of what was read', () => {
  const verdict = (rows: number, letters: number): string =>
    compare(adapters, [pmap(rows, 'a'.repeat(letters)), listing(11, 12)]).verdict
  // Of 950 bytes 145 stand behind the fourth folder of 201.
  expect(verdict(2, 145)).not.toBe('disagree')
  expect(verdict(1, 145)).toBe('disagree')
  expect(verdict(2, 30)).toBe('disagree')
})

test('with -x the rest of a long line may be the row of one', () => {
  const head = '7:   a\nAddress           Kbytes     RSS   Dirty Mode  Mapping\n'
  const rest = 'ffffffffffffffff       8       4       0 r---- aaa\n'
  const tail = '---------------- ------- ------- ------- \ntotal kB               8       8       0\n'
  const verdict = (rows: number): string =>
    compare(adapters, [read('pmap', head + rest.repeat(rows) + tail, 'x'), listing(11, 12)]).verdict
  expect(verdict(2)).not.toBe('disagree')
  expect(verdict(1)).toBe('disagree')
})

test('a path that lsof does not read to its end has a mapping in its place', () => {
  const of = (names: string[]): string => {
    const rows = names.map((name, row) => `000000000000${row + 1}000      4K r---- ${name}\n`).join('')
    const shown = read('pmap', `7: a\n${rows}total ${`${names.length * 4}K`.padStart(18)}\n`, 'toybox')
    const file = (inode: number, name: string): string =>
      `a         7 root mem    REG    8,1            ${inode} ${name}\n`
    return compare(adapters, [shown, read('lsof', TITLES + file(11, '/x') + file(12, LONG) + file(13, '/y'))]).verdict
  }
  expect(of(['x', 'anything', 'y'])).not.toBe('disagree')
  expect(of(['x', 'y'])).toBe('disagree')
})
