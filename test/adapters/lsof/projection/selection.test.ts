import { expect, test } from 'vitest'
import { selectionOf } from '../../../../adapters/lsof/projection/selection.js'
import { held, kernel, listed } from '../held.js'

const HEADER = 'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\n'
const ROWS: Readonly<Record<string, string>> = {
  cwd: 'prog      7 root cwd    DIR  254,0     4096    2 /\n',
  txt: 'prog      7 root txt    REG  254,0      100   10 /srv/prog\n',
  mem: 'prog      7 root mem    REG  254,0      100   11 /srv/a\n',
  DEL: 'prog      7 root DEL    REG    0,1            14 /memfd:a\n',
}

/** What a listing of rows of these kinds was asked for: + when it was, - when not, ? when nobody knows. */
function asked(...kinds: string[]): string {
  const selects = selectionOf(listed(HEADER + kinds.map((kind) => ROWS[kind]).join('')))
  return ['txt', 'mem', 'DEL'].map((kind) => ({ true: '+', false: '-', undefined: '?' })[`${selects(kind)}`]).join('')
}

test('a listing with other rows than those of memory was asked for all, but for mem when it has none', () => {
  expect(asked('cwd', 'mem')).toBe('+++')
  expect(asked('cwd', 'txt', 'DEL')).toBe('+-+')
  expect(asked('cwd')).toBe('+-+')
})

test('of rows of memory alone, those that are there were asked for', () => {
  expect(asked('mem')).toBe('?+?')
  expect(asked('mem', 'DEL')).toBe('?++')
  expect(asked('txt', 'DEL')).toBe('+-+')
  expect(asked()).toBe('?+?')
})

test('lsof -d ^mem leaves out no more than mem', () => {
  const maps = kernel(`00400000-00401000 r-xp 00000000 fe:00 10                                 /srv/prog
7f0000000000-7f0000001000 r--s 00000000 fe:00 11                         /srv/a
7f0000003000-7f0000004000 rw-s 00000000 00:01 14                         /memfd:a (deleted)
`)
  const rows = (...kinds: string[]): string => HEADER + kinds.map((kind) => ROWS[kind]).join('')
  expect(held(maps, listed(rows('cwd', 'txt', 'DEL')))).toMatch(/^explained .*not-selected$/)
  expect(held(maps, listed(rows('cwd', 'txt', 'mem')))).toMatch(/^disagree .*missing$/)
  expect(held(maps, listed(rows('cwd', 'txt', 'DEL').replace('14 /memfd', '15 /memfd')))).toMatch(/^disagree/)
})
