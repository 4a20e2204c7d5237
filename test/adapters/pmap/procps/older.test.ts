import { describe, expect, test } from 'vitest'
import { findings, names, regions, view } from '../reading.js'

const ROW_3_2 = '0000560a18729000      4K r-x--  /usr/bin/a\n'
const ANON_3_2 = '0000560a1872a000      4K rw---    [ anon ]\n'

describe('the default mode before 3.3.7', () => {
  test.each([
    ['a whole path', ROW_3_2 + ANON_3_2, ['/usr/bin/a', '  [ anon ]']],
    ['a name that pmap made up', ANON_3_2 + ROW_3_2, ['  [ anon ]', '/usr/bin/a']],
  ])('is told by two blanks before %s', (_, rows, shown) => {
    expect(view(`1:   a\n${rows}`).dialect).toBe('default-3.2')
    expect(names(`1:   a\n${rows}`)).toEqual(shown)
    expect(findings(`1:   a\n${rows}`)).toEqual([])
  })

  test('a file whose name begins with a blank is one of today’s', () => {
    const text = '1:   a\n0000560a18729000      4K r-x--  lead\n'
    expect(view(text).dialect).toBe('default')
    expect(names(text)).toEqual([' lead'])
  })

  test('its rows and today’s do not stand in one block', () => {
    const today = '0000560a18729000      4K r-x-- a\n'
    expect(findings(`1:   a\n${ROW_3_2}${today}`)).toEqual(['3:32 bad-column'])
    expect(findings(`1:   a\n${today}${ROW_3_2}`)).toEqual(['3:32 bad-column'])
  })
})

describe('-x before 3.3.2', () => {
  const HEADING = 'Address           Kbytes     RSS    Anon  Locked Mode   Mapping\n'
  const ROW = '0000560a18729000       4       -       -       - r-x--  a\n'

  test('dashes say nothing, so there is no counter', () => {
    expect(regions(`1:   a\n${HEADING}${ROW}`)).toEqual([
      { start: 0x560a18729000n, end: 0x560a1872a000n, perms: 'r-xp', pathname: 'a' },
    ])
    expect(view(`1:   a\n${HEADING}${ROW}`).says).not.toContain('counters')
    expect(view(`1:   a\n${ROW}`).dialect).toBe('x-3.2')
  })

  test('a number in the place of a dash is an error', () => {
    const row = ROW.replace('-       -       - r', '-       4       - r')
    expect(findings(`1:   a\n${HEADING}${row}`)).toEqual(['3:40 bad-column'])
  })
})

describe('-x from 3.3.2 to 3.3.6', () => {
  const ROW = '0000560a18729000       4       4       0 r-x--  a\n'
  const HEADING = 'Address           Kbytes     RSS   Dirty Mode   Mapping\n'

  test('has two blanks before a name below its heading', () => {
    expect(regions(`1:   a\n${HEADING}${ROW}`)).toMatchObject([{ pathname: 'a', counters: { Rss: 4096, Dirty: 0 } }])
    expect(view(`1:   a\n${HEADING}${ROW}`).dialect).toBe('x-3.3.2')
  })

  test('is today’s without its heading, unless the caller knows', () => {
    expect(names(`1:   a\n${ROW}`)).toEqual([' a'])
    expect(names(`1:   a\n${ROW}`, 'x-3.3.2')).toEqual(['a'])
  })
})

describe('-X from 3.3.4 to 3.3.6', () => {
  const TEXT = `1:   a
Address   Flags  Offset  Device   Inode     Rss     Pss Description
08048000    r-xp 00000000   08:01     123      12       6 /usr/bin/a b
7fffb8f0000    rw-p 00000000   00:00       0       8       8
`

  test('has no Size, and so its regions have no end', () => {
    expect(regions(TEXT)).toEqual([
      {
        start: 0x8048000n,
        perms: 'r-xp',
        offset: 0n,
        device: { major: 8, minor: 1 },
        inode: 123n,
        pathname: '/usr/bin/a b',
        counters: { Rss: 12288, Pss: 6144 },
      },
      expect.objectContaining({ start: 0x7fffb8f0000n, pathname: '' }),
    ])
    expect(view(TEXT).dialect).toBe('X-3.3.4')
    expect(view(TEXT).says).not.toContain('end')
  })
})

describe('-x -A before 3.3.15', () => {
  const HEADING = 'Address           Kbytes     RSS   Dirty Mode  Mapping\n'
  const BELOW = '0000560a18729000       0       4       0  r-xp (null)\n'

  test('rows below the range are no regions', () => {
    expect(view(`1:   a\n${HEADING}${BELOW}`).lines).toMatchObject({ regions: 0, rejected: 1 })
    expect(findings(`1:   a\n${HEADING}${BELOW}`)).toEqual(['3:1 below-range'])
  })

  test.each([
    BELOW.replace('       0       4', '       4       4'),
    BELOW.replace('(null)', '(nil)'),
  ])('%j is an error all the same', (row) => {
    expect(findings(`1:   a\n${HEADING}${row}`)).toEqual(['3:43 bad-perms'])
  })
})
