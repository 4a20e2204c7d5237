import { describe, expect, test } from 'vitest'
import { findings, names, regions, view } from '../reading.js'

const DEFAULT = `4797:   /usr/bin/cat /etc/motd
0000560a18729000      4K r---- cat
0000560a1872b000     20K r-x-- cat
00007eef3bc00000 1073741824K -----   [ anon ]
00007eef3b800000   2048K rw-s- anon_hugepage (deleted)
00007ffd5c1f0000    132K rw---   [ stack ]
ffffffffff600000      4K --x--   [ anon ]
 total        1073744032K
`
const X = `4797:   cat
Address           Kbytes     RSS   Dirty Mode  Mapping
0000560a18729000       8       4       0 r---- cat
00007eef3bc00000 1073741824 12345678       0 -----   [ anon ]
---------------- ------- ------- ------- 
total kB          1073741832 12345682       0
`
const D = `4797:   cat
Address           Kbytes Mode  Offset           Device    Mapping
0000560a18729000       8 r---- 0000000000001000 0fe:00000 cat
00007eef3b800000    2048 rw-s- 00000fffffff0000 fffff:fffff   [ shmid=0xb ]
mapped: 2056K    writeable/private: 0K    shared: 2048K
`

describe('default', () => {
  test('a row gives range, perms and name, and says nothing else', () => {
    expect(regions(DEFAULT)[0]).toEqual({
      start: 0x560a18729000n,
      end: 0x560a1872a000n,
      perms: 'r--p',
      pathname: 'cat',
    })
  })

  test('a size wider than its column is read to its end', () => {
    expect(regions(DEFAULT)[2]?.end).toBe(0x7eef3bc00000n + (1073741824n << 10n))
  })

  test('s is shared and - is private', () => {
    expect(regions(DEFAULT).map(({ perms }) => perms)).toEqual(['r--p', 'r-xp', '---p', 'rw-s', 'rw-p', '--xp'])
  })

  test('addresses are exact up to the last page', () => {
    expect(regions(DEFAULT)[5]).toMatchObject({ start: 0xffffffffff600000n, end: 0xffffffffff601000n })
    const [last] = regions('1:   a\nffffffffffffe000      4K r---- a\n')
    expect(last?.end).toBe(0xfffffffffffff000n)
  })

  test('every line is counted', () => {
    expect(view(DEFAULT)).toMatchObject({
      dialect: 'default',
      lines: { regions: 6, parts: 0, headings: 1, footers: 1, rejected: 0 },
    })
    expect(findings(DEFAULT)).toEqual([])
  })

  test('a name that pmap made keeps its blanks, so a file of that name is another', () => {
    expect(
      names('1:   a\n0000000000001000      4K r----   [ anon ]\n0000000000002000      4K r---- [ anon ]\n'),
    ).toEqual(['  [ anon ]', '[ anon ]'])
  })

  test.each([
    '-',
    ' (deleted)',
    'trailing ',
    '',
    '0000000000003000      4K r---- a',
    '/',
    '12:   x',
    ' total 4K',
    'a\tb',
  ])('the name %j is kept byte for byte', (name) => {
    expect(names(`1:   a\n0000000000001000      4K r---- ${name}\n`)).toEqual([name])
  })

  test('a name that is not UTF-8 keeps its bytes', () => {
    const text = new Uint8Array([
      ...new TextEncoder().encode('1:   a\n0000000000001000      4K r---- '),
      0xff,
      0x1b,
      0x0d,
      0x00,
    ])
    expect([...(regions(text)[0]?.pathnameBytes ?? [])]).toEqual([0xff, 0x1b, 0x0d, 0x00])
  })
})

describe('-x', () => {
  test('a row gives Rss and Dirty in bytes', () => {
    expect(regions(X)).toEqual([
      {
        start: 0x560a18729000n,
        end: 0x560a1872b000n,
        perms: 'r--p',
        pathname: 'cat',
        counters: { Rss: 4096, Dirty: 0 },
      },
      {
        start: 0x7eef3bc00000n,
        end: 0x7eef3bc00000n + (1073741824n << 10n),
        perms: '---p',
        pathname: '  [ anon ]',
        counters: { Rss: 12345678 * 1024, Dirty: 0 },
      },
    ])
    expect(view(X)).toMatchObject({ dialect: 'x', lines: { regions: 2, headings: 2, footers: 2 } })
    expect(findings(X)).toEqual([])
  })

  test('procps before 3.3.13 prints each row a second time, with zeros', () => {
    const text = `1:   a
Address           Kbytes     RSS   Dirty Mode  Mapping
0000560a18729000       8       4       0 r---- a
0000560a18729000       0       0       0 r---- a
0000560a1872b000       4       0       0 r----   [ anon ]
0000560a1872b000       0       0       0 r----   [ anon ]
`
    expect(regions(text).map(({ start }) => start)).toEqual([0x560a18729000n, 0x560a1872b000n])
    expect(findings(text)).toEqual(['4:1 repeated-row', '6:1 repeated-row'])
    expect(view(text).lines).toMatchObject({ regions: 2, parts: 2, rejected: 0 })
  })

  test('a counter too large to be exact is an error', () => {
    expect(findings('1:   a\n0000000000001000       4 9007199254740993       0 r---- a\n')).toEqual([
      '2:26 bad-counter',
    ])
  })
})

describe('-d', () => {
  test('a row gives offset and device, exactly', () => {
    expect(regions(D)).toMatchObject([
      { offset: 0x1000n, device: { major: 0xfe, minor: 0 }, pathname: 'cat' },
      {
        offset: 0xfffffff0000n,
        device: { major: 0xfffff, minor: 0xfffff },
        perms: 'rw-s',
        pathname: '  [ shmid=0xb ]',
      },
    ])
    expect(view(D)).toMatchObject({ dialect: 'd', lines: { regions: 2, headings: 2, footers: 1 } })
    expect(findings(D)).toEqual([])
  })
})

describe('-q', () => {
  const quiet = (text: string): string =>
    text
      .split('\n')
      .filter((line) => /^(\d+:|[0-9a-f]{16} )/.test(line))
      .map((line) => `${line}\n`)
      .join('')

  test.each([
    ['default', DEFAULT],
    ['x', X],
    ['d', D],
  ])('%s is known by the shape of its rows', (dialect, text) => {
    expect(regions(quiet(text))).toEqual(regions(text))
    expect(view(quiet(text))).toMatchObject({ dialect, lines: { headings: 1, footers: 0, rejected: 0 } })
  })

  test('a row of another shape than the first is an error', () => {
    const text = '1:   a\n0000000000001000      4K r---- a\n0000000000002000       4       0       0 r---- a\n'
    expect(regions(text)).toHaveLength(1)
    expect(findings(text)).toEqual(['3:24 bad-size'])
  })
})

describe('32-bit builds', () => {
  test.each([
    ['default', '1:   a\n5688a000    136K rw---   [ anon ]\n total     6612K\n'],
    [
      'x',
      '1:   a\nAddress   Kbytes     RSS   Dirty Mode  Mapping\n5688a000     136       4       0 rw---   [ anon ]\n-------- ------- ------- ------- \ntotal kB    6612    2848     244\n',
    ],
    [
      'd',
      '1:   a\nAddress   Kbytes Mode  Offset           Device    Mapping\n5688a000     136 rw--- 0000000000000000 000:00000   [ anon ]\nmapped: 6612K    writeable/private: 0K    shared: 0K\n',
    ],
  ])('%s has addresses of eight digits', (dialect, text) => {
    expect(regions(text)).toMatchObject([
      { start: 0x5688a000n, end: 0x568ac000n, perms: 'rw-p', pathname: '  [ anon ]' },
    ])
    expect(view(text).dialect).toBe(dialect)
    expect(findings(text)).toEqual([])
  })

  test('an address of a 64-bit process that did not fit is no region', () => {
    const text = '1:   a\n00010000      4K r---- a\nffffffff      0K r---- a\n'
    expect(regions(text)).toHaveLength(1)
    expect(findings(text)).toEqual(['3:1 saturated-start'])
  })
})

describe('what 3.3.9 to 4.0.7 print after a line longer than 1023 bytes', () => {
  const LONG = '00007f0000000000      4K r---- zzzz\n'
  test.each([
    ['hex beyond 64 bits', 'ffffffffffffffff 136365211676K r---- leaf'],
    ['some hex', '000000000000beef 136365211588K r---- leaf'],
    ['hex that is a page', '000000000000c000 136365211604K r---- leaf'],
    ['no hex', '00007f0000000000      4K r---- leaf'],
    ['a range', '0000000000000012      0K r-x-- leaf'],
  ])('%s is no region', (_, rest) => {
    const text = `1:   a\n${LONG}${rest}\n00007f0000002000      4K r---- next\n`
    expect(names(text)).toEqual(['zzzz', 'next'])
    expect(findings(text)).toEqual(['3:1 bogus-row'])
    expect(view(text).lines).toMatchObject({ regions: 2, rejected: 1 })
  })

  test('32-bit builds saturate at eight digits', () => {
    const text = '1:   a\nb6f35000      4K r---- zz\nffffffff 2997464K r---- leaf\n'
    expect(findings(text)).toEqual(['3:1 bogus-row'])
  })
})
