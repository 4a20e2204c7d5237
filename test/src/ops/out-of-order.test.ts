import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { View } from '../../../src/adapter.js'
import { compare } from '../../../src/ops/compare.js'
import { parse } from '../../../src/ops/parse.js'

const MAPS = `00001000-00002000 r--p 00000000 08:01 11                         /lib/a
00002000-00003000 r--p 00000000 08:01 12                         /lib/b
00003000-00004000 r--p 00000000 08:01 13                         /lib/c
`

test('files in the order of their mappings agree, the executable before all of them', () => {
  expect(
    compare(adapters, [read('maps', MAPS), list('txt 13 /lib/c', 'mem 11 /lib/a', 'mem 12 /lib/b')]).verdict,
  ).not.toBe('disagree')
})

test('the one file that stands elsewhere is named', () => {
  const comparison = compare(adapters, [read('maps', MAPS), list('mem 13 /lib/c', 'mem 11 /lib/a', 'mem 12 /lib/b')])
  expect(comparison.verdict).toBe('disagree')
  expect(comparison.pairs[0]?.differences).toEqual([
    {
      kind: 'fields',
      row: 2,
      actualRow: 0,
      fields: [{ field: 'order', expected: 'place 3', actual: 'place 1', changes: false }],
    },
  ])
})

test('files that only a name tells apart, and that have it in common, may stand in any order', () => {
  const pmap = read(
    'pmap',
    `7:   a
0000000000001000      4K r---- zero
0000000000002000      4K r---- b
0000000000003000      4K r---- zero
 total               12K
`,
  )
  const listing = list('mem 12 /dev/zero', 'mem 11 /lib/b', 'mem 13 /mnt/zero')
  expect(compare(adapters, [pmap, listing]).verdict).not.toBe('disagree')
})

function list(...files: string[]): View {
  const rows = files.map((file) => {
    const [descriptor, inode, name] = file.split(' ')
    return `a 7 root ${descriptor} REG 8,1 4096 ${inode} ${name}`
  })
  return read('lsof', ['COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME', ...rows, ''].join('\n'))
}

function read(adapter: string, text: string): View {
  const one = adapters.find(({ name }) => name === adapter)!
  return parse(one, Buffer.from(text))[0] as View
}
