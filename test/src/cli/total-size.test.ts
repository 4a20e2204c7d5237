import { expect, test } from 'vitest'
import { pmap } from '../../../adapters/pmap/index.js'
import { groupByFile } from '../../../src/cli/region-groups.js'
import { summary } from '../../../src/cli/summary.js'
import { totalSize } from '../../../src/cli/total-size.js'
import { parse } from '../../../src/ops/parse.js'
import { mapsTable } from './maps-table.js'

/** Rows of procps 3.3.4, which print no size. */
const TEXT = `1:   /bin/a
Address   Flags  Offset  Device   Inode     Rss     Pss Referenced Anonymous    Swap  Locked Description
55d0c8a00000    r-xp 00002000   fe:00 2148860     128     128        128         0       0       0 /bin/a
55d0c8a22000    rw-p 00023000   fe:00 2148860       8       8          8         0       0       0 /bin/a
`
const sizeless = parse(pmap, Buffer.from(TEXT), { dialect: 'X-3.3.4' })[0]!.table
const sized = mapsTable(['r-xp', '/a'], ['rw-p', '/a'], ['rw-p', ''])

test('regions add up, those that are asked for', () => {
  expect(totalSize(sized)).toBe(0x3000n)
  expect(totalSize(sized, [0, 2])).toBe(0x2000n)
  expect(totalSize(sized, [])).toBe(0n)
  expect(summary(sized, [0, 1], [], 'region')).toBe('2 of 3 regions, 8 KiB')
})

test('where they have no size there is none, and no zero', () => {
  expect(totalSize(sizeless)).toBeUndefined()
  expect(summary(sizeless, [0, 1], [], 'region')).toBe('2 regions')
  expect(groupByFile(sizeless, [0, 1], []).map(({ regions, size }) => [regions, size])).toEqual([[2, undefined]])
})
