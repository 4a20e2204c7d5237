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

test('in another language anything may be said', () => {
  expect(unknownWords(pmap('  [ anon ]', '  [ Stapel ]'), read('maps', MAPS))).toEqual([])
})

test('a file may be called so', () => {
  const maps = read('maps', MAPS.replace('/lib/a', '/lib/  [ b ]'))
  expect(unknownWords(pmap('  [ anon ]', '  [ b ]', '  [ stack ]'), maps)).toEqual([])
})

function pmap(...names: string[]): View {
  const rows = names.map((name, row) => `000000000000${row + 1}000      4K r---- ${name}`)
  return read('pmap', ['7:   a', ...rows, ` total ${names.length * 4}K`, ''].join('\n'))
}

function read(adapter: string, text: string): View {
  const one = adapters.find(({ name }) => name === adapter)!
  return parse(one, Buffer.from(text))[0] as View
}
