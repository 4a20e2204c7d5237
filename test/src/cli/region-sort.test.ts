import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import { sortRows } from '../../../src/cli/region-sort.js'
import { parse } from '../../../src/ops/parse.js'

const TEXT = `00001000-00002000 r-xp 00000000 fe:01 5                                  /b
Rss:                   4 kB
00002000-00009000 r-xp 00000000 fe:01 4                                  /a
0000a000-0000b000 r-xp 00000000 fe:01 3                                  /c
Rss:                   8 kB
`
const { table } = parse(smaps, Buffer.from(TEXT))[0]!

test.each([
  ['start', [0, 1, 2]],
  ['inode', [2, 1, 0]],
  ['pathname', [1, 0, 2]],
  ['size', [1, 0, 2]],
  // The region without the counter comes last: it is not known to be zero.
  ['rss', [2, 0, 1]],
  ['Rss', [2, 0, 1]],
])('by %s', (field, rows) => {
  expect(sortRows(table, [0, 1, 2], field)).toEqual(rows)
})

test('by what the source does not have is a usage error that names what it has', () => {
  expect(() => sortRows(table, [0], 'pss')).toThrow(
    expect.objectContaining({ code: 'usage', next: expect.stringContaining('pathname, Rss') }),
  )
})
