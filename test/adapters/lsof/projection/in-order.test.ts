import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const PMAP = `7:   a
Address           Kbytes     RSS   Dirty Mode  Mapping
0000000000001000       4       0       0 rw-s- zero (deleted)
0000000000002000       4       0       0 rw--- zero
0000000000003000       4       0       0 r---- data
0000000000004000       4       0       0 rw-s- zero (deleted)
---------------- ------- ------- -------
total kB              16       0       0
`
const ROWS = [
  'a         7 root DEL    REG    0,1          21 /dev/zero\n',
  'a         7 root mem    CHR    1,5           6 /dev/zero\n',
  'a         7 root mem    REG    8,1     4096  5 /data\n',
  'a         7 root DEL    REG    0,1          20 /dev/zero\n',
]

const read = (name: string, text: string, dialect: string, argv: readonly string[]): View => {
  const adapter = adapters.find((each) => each.name === name) as (typeof adapters)[number]
  return parse(adapter, Buffer.from(text), { dialect, source: { argv } })[0] as View
}

const verdict = (rows: readonly string[]): string => {
  const table = `COMMAND PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME\n${rows.join('')}`
  const listing = read('lsof', table, 'table', ['lsof', '-a', '-p', '7', '-d', 'mem,txt,DEL'])
  return compare(adapters, [read('pmap', PMAP, 'x', ['pmap', '-x', '7']), listing]).verdict
}

test('shared memory without a file is never the device /dev/zero, whatever pmap calls both', () => {
  expect(verdict(ROWS)).toBe('agree')
  expect(verdict(ROWS.toSpliced(0, 1))).toBe('disagree')
  expect(verdict(ROWS.toSpliced(1, 1))).toBe('disagree')
  // What is mapped last may be mapped first, too: then it is listed there.
  expect(verdict(ROWS.toSpliced(3, 1))).not.toBe('disagree')
})
