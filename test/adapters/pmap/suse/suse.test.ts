import { describe, expect, test } from 'vitest'
import { detected, findings, regions, view } from '../reading.js'

const D = `31311: console-kit-dae
START               SIZE     RSS     PSS   DIRTY    SWAP PERM OFFSET           DEVICE MAPPING
0000000000400000    132K    108K     66K      4K      0K r-xp 0000000000001000 08:06  /usr/sbin/console-kit-daemon
00007fa680021000  65404K      0K      0K      0K      0K ---p 0000000000000000 103:05 [anon]
Total:            98712K   2656K   1262K   1080K      0K

49996K writable-private, 1075844K readonly-private, 23113312K shared, and 98852K referenced 
`
const DEFAULT = `00007ffc833cb000      4K      4K      0K      0K      0K r-xp [vdso]
Total:            10560K    636K     79K     48K     88K

336K writable-private, 10224K readonly-private, 0K shared, and 636K referenced
`
const OPENSUSE = `00007ffde332f000       8       4       3       2       1 r-xp-   [ anon ]
---------------- ------- ------- ------- ------- ------- 
total kB          222568    6704    2402    1832     640
`
const TITLES = '1:   init\nAddress           Kbytes     RSS     PSS   Dirty    Swap Mode  Mapping\n'

const sums = (text: string) => view(text).totals.map(({ name, value }) => [name, value / 1024n])

describe('SUSE’s own', () => {
  test('-d says all but the inode; a wide device leaves one blank before the name', () => {
    expect(regions(D)).toEqual([
      {
        start: 0x400000n,
        end: 0x421000n,
        perms: 'r-xp',
        offset: 0x1000n,
        device: { major: 8, minor: 6 },
        pathname: '/usr/sbin/console-kit-daemon',
        counters: { Rss: 110592, Pss: 67584, Dirty: 4096, Swap: 0 },
      },
      expect.objectContaining({ device: { major: 0x103, minor: 5 }, pathname: '[anon]' }),
    ])
    expect(view(D)).toMatchObject({ dialect: 'suse-d', process: { pid: 31311 }, lines: { footers: 3, rejected: 0 } })
  })

  test('without options there are neither offset nor device', () => {
    expect(view(DEFAULT).dialect).toBe('suse')
    expect(regions(DEFAULT)[0]).toMatchObject({ pathname: '[vdso]', counters: { Rss: 4096 } })
  })

  test('totals, and the sentence below them', () => {
    expect(sums(DEFAULT)).toEqual([
      ['Size', 10560n],
      ['Rss', 636n],
      ['Pss', 79n],
      ['Dirty', 48n],
      ['Swap', 88n],
      ['writable-private', 336n],
      ['readonly-private', 10224n],
      ['shared', 0n],
      ['referenced', 636n],
    ])
  })

  test('a number without its unit is refused', () => {
    expect(findings(DEFAULT.replace('0K r-xp', '0  r-xp'))).toEqual(['1:55 bad-counter'])
    expect(findings(D.replace('66K', '66 '))).toEqual(['3:38 bad-counter'])
  })
})

describe('procps-ng as openSUSE patches it', () => {
  test('without titles the numbers have no names', () => {
    expect(regions(OPENSUSE)[0]).toEqual({
      start: 0x7ffde332f000n,
      end: 0x7ffde3331000n,
      perms: 'r-xp',
      pathname: '  [ anon ]',
      extra: { 'column 3': '4', 'column 4': '3', 'column 5': '2', 'column 6': '1' },
    })
    expect(view(OPENSUSE).says.has('counters')).toBe(false)
    expect(sums(OPENSUSE)).toEqual([['Size', 222568n]])
  })

  test('with titles they are counters', () => {
    const text = TITLES + OPENSUSE
    expect(regions(text)[0]?.counters).toEqual({ Rss: 4096, Pss: 3072, Dirty: 2048, Swap: 1024 })
    expect(sums(text)).toEqual([
      ['Size', 222568n],
      ['Rss', 6704n],
      ['Pss', 2402n],
      ['Dirty', 1832n],
      ['Swap', 640n],
    ])
  })
})

describe('detection', () => {
  test.each([
    ['suse-d', D, 'sure'],
    ['suse-d', D.split('\n').slice(1).join('\n'), 'likely'],
    ['suse', DEFAULT, 'likely'],
    ['opensuse', OPENSUSE, 'likely'],
    ['opensuse', TITLES + OPENSUSE, 'sure'],
  ])('%s in %j is %s', (dialect, text, confidence) => {
    expect(detected(text)).toMatchObject({ dialect, confidence })
  })
})
