import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { View } from '../../../src/adapter.js'
import { unknownWords } from '../../../src/ops/made-up-words.js'
import { parse } from '../../../src/ops/parse.js'

const MAPS = '00001000-00002000 r--p 00000000 08:01 11                         /lib/a\n'

test('a word that no pmap makes up in English', () => {
  expect(unknownWords(pmap('  [ anon ]', '  [ anoo ]', '  [ stack ]', '  [ shmid=0x1 ]'), read('maps', MAPS))).toEqual([
    1,
  ])
  expect(unknownWords(pmap('  [ anon ]', '  [ anon ] (deleted)', '  [ stack ]'), read('maps', MAPS))).toEqual([1])
})

test('in another language anything may be said, but a word of English that is marked', () => {
  expect(unknownWords(pmap('  [ anon ]', '  [ stack ] (deleted)'), read('maps', MAPS))).toEqual([1])
  expect(unknownWords(pmap('  [ anon ]', '  [ Stapel ]'), read('maps', MAPS))).toEqual([])
})

test('a file may be called so', () => {
  const maps = read('maps', MAPS.replace('/lib/a', '/lib/  [ b ]'))
  expect(unknownWords(pmap('  [ anon ]', '  [ b ]', '  [ stack ]'), maps)).toEqual([])
})

const TITLES = 'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\n'

const TOYBOX = [
  '7: a',
  ...['  [anon]', '  [anon] (deleted)', 'a (deleted)'].map(
    (name, row) => `000000000000${row + 1}000      4K r---- ${name}`,
  ),
  `total${' '.repeat(16)}12K`,
  '',
].join('\n')

test('toybox marks no name of the kernel, unless a file is called so', () => {
  const toybox = read('pmap', TOYBOX)
  expect(toybox.dialect).toBe('toybox')
  expect(unknownWords(toybox, read('maps', MAPS))).toEqual([1])
  expect(unknownWords(toybox, read('maps', MAPS.replace('/lib/a', '/lib/  [anon] (deleted)')))).toEqual([])
})

test('a listing without deleted files may leave such a file out', () => {
  const toybox = read('pmap', TOYBOX)
  const listing = (descriptor: string): View =>
    read('lsof', `${TITLES}a         7 root ${descriptor}    REG    8,1            11 /lib/a\n`)
  expect(unknownWords(toybox, listing('mem'))).toEqual([])
  expect(unknownWords(toybox, listing('DEL'))).toEqual([1])
})

test('pmap -X reads 127 bytes of a name', () => {
  const head = '7:   a\n         Address Perm   Offset Device Inode Size Mapping\n'
  const wide = (name: string): View => read('pmap', `${head}        00001000 r--p 00000000  08:01    11    4 ${name}\n`)
  expect(unknownWords(wide('a'.repeat(127)), read('maps', MAPS))).toEqual([])
  expect(unknownWords(wide(`${'a'.repeat(118)} (deleted)`), read('maps', MAPS))).toEqual([0])
})

test('the other modes read 1,023 bytes of a line', () => {
  expect(unknownWords(pmap('a'.repeat(974)), read('maps', MAPS))).toEqual([])
  expect(unknownWords(pmap('a'.repeat(975)), read('maps', MAPS))).toEqual([0])
})

function pmap(...names: string[]): View {
  const rows = names.map((name, row) => `000000000000${row + 1}000      4K r---- ${name}`)
  return read('pmap', ['7:   a', ...rows, ` total ${names.length * 4}K`, ''].join('\n'))
}

function read(adapter: string, text: string): View {
  const one = adapters.find(({ name }) => name === adapter)!
  return parse(one, Buffer.from(text))[0] as View
}
