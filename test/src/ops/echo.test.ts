import { expect, test } from 'vitest'
import { maps } from '../../../adapters/maps/index.js'
import { pmap } from '../../../adapters/pmap/index.js'
import type { RegionTable } from '../../../src/model/table.js'
import { Echo } from '../../../src/ops/echo.js'
import { parse } from '../../../src/ops/parse.js'

const encoder = new TextEncoder()
const LIBC = '7f0000000000-7f0000001000 r--p 00002000 fe:01 77                         /usr/lib/libc.so.6\n'
const SECOND = '7f0000001000-7f0000002000 r-xp 00003000 fe:01 77                         /usr/lib/libc.so.6\n'
const ANONYMOUS = '7f0000002000-7f0000003000 rw-p 00000000 00:00 0 \n'
const STACK = '7ffc00000000-7ffc00021000 rw-p 00000000 00:00 0                          [stack]\n'
const TEXT = LIBC + SECOND + ANONYMOUS + STACK

function tableOf(text: string): RegionTable {
  const [view] = parse(maps, encoder.encode(text))
  if (view === undefined) throw new Error('no view')
  return view.table
}

/** Pushes a text in pieces of so many bytes. */
function isEcho(text: string, table: RegionTable, size = 1000): boolean {
  const echo = new Echo(maps, '64bit', table)
  const bytes = encoder.encode(text)
  for (let at = 0; at < bytes.length; at += size) echo.push(bytes.subarray(at, at + size))
  return echo.end()
}

test.each([1, 7, 100, 1000])('a text says its own table again, in pieces of %i', (size) => {
  expect(isEcho(TEXT, tableOf(TEXT), size)).toBe(true)
})

test.each([
  ['a line more', TEXT + STACK],
  ['a line less', LIBC + SECOND + ANONYMOUS],
  ['nothing', ''],
  ['another start', TEXT.replace('7f0000000000', '7f0000000010')],
  ['other perms', TEXT.replace('r-xp', 'r-xs')],
  ['another device', TEXT.replaceAll('fe:01', 'fe:02')],
  ['another name', TEXT.replaceAll('libc', 'libd')],
  ['another name from the second line on', LIBC + SECOND.replace('libc', 'libd') + ANONYMOUS + STACK],
  ['a name more', TEXT.replace(ANONYMOUS, STACK.replace('7ffc00000000-7ffc00021000', '7f0000002000-7f0000003000'))],
  ['a name less', TEXT.replace(STACK, ANONYMOUS.replace('7f0000002000-7f0000003000', '7ffc00000000-7ffc00021000'))],
  ['a longer name', TEXT.replace('[stack]', '[stack]x')],
  ['perms of more letters', TEXT.replace('r-xp', 'r-xpx')],
  ['a broken line', TEXT.replace('00003000 fe', 'z')],
])('%s is heard', (_, text) => {
  expect(isEcho(text, tableOf(TEXT))).toBe(false)
})

test('a parser that says something before the first line is no echo', () => {
  expect(new Echo(pmap, 'x', tableOf(TEXT)).end()).toBe(false)
})
