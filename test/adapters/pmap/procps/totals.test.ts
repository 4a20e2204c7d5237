import { describe, expect, test } from 'vitest'
import { findings, view, views } from '../reading.js'

const KB = 1024n

const said = (text: string): readonly (readonly [string, bigint])[] =>
  view(text).totals.map(({ name, value }) => [name, value] as const)

const X = 'Address           Kbytes     RSS   Dirty Mode  Mapping\n'
const OLD_X = 'Address           Kbytes     RSS    Anon  Locked Mode   Mapping\n'
const D = 'Address           Kbytes Mode  Offset           Device    Mapping\n'
const WIDE = ` Address Perm   Offset Device Inode Size Rss THPeligible ProtectionKey Mapping
00010000 r--p 00000000  00:00     0    4   4           1             0 
`
const WIDE_TOTALS = `                                     ==== === =========== ============= 
                                        4   4           1             0 KB 
`

describe('the sums of a text', () => {
  test.each([
    ['default', ' total            12372K\n', [['Size', 12372n * KB]]],
    ['default of a 32-bit build', ' total     6612K\n', [['Size', 6612n * KB]]],
    [
      '-x',
      `${X}total kB               12    1840     260\n`,
      [
        ['Size', 12n * KB],
        ['Rss', 1840n * KB],
        ['Dirty', 260n * KB],
      ],
    ],
    ['-x before 3.3.2', `${OLD_X}total kB              12       -       -       -\n`, [['Size', 12n * KB]]],
    [
      '-d',
      `${D}mapped: 2924K    writeable/private: 356K    shared: 28K\n`,
      [
        ['Size', 2924n * KB],
        ['writeable/private', 356n * KB],
        ['shared', 28n * KB],
      ],
    ],
    [
      '-X, where counters without a unit are plain numbers',
      `${WIDE}${WIDE_TOTALS}`,
      [
        ['Size', 4n * KB],
        ['Rss', 4n * KB],
        ['THPeligible', 1n],
        ['ProtectionKey', 0n],
      ],
    ],
  ])('%s', (_, text, totals) => {
    expect(said(`1:   a\n${text}`)).toEqual(totals)
    expect(findings(`1:   a\n${text}`)).toEqual([])
  })

  test('each has its line', () => {
    expect(view(`1:   a\n${WIDE}${WIDE_TOTALS}`).totals[0]?.line).toBe(5)
  })

  test('they are beyond 64 bits where the text says so', () => {
    expect(said('1:   a\n total 99999999999999999999K\n')).toEqual([['Size', 99999999999999999999n * KB]])
  })

  test('a kernel thread behind another process has sums of columns that nobody names', () => {
    const [, thread] = views(`1:   a\n${WIDE}${WIDE_TOTALS}2:   [kthreadd]\n     ==== === \n        0   0 KB \n`)
    expect(thread?.totals).toEqual([])
    expect(thread?.lines).toMatchObject({ footers: 2, rejected: 0 })
  })

  test('sums that are not as many as the columns say nothing', () => {
    expect(said(`1:   a\n${WIDE}   4   4 KB \n`)).toEqual([])
  })
})
