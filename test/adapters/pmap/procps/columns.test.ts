import { describe, expect, test } from 'vitest'
import { pmap } from '../../../../adapters/pmap/index.js'
import { findings, regions, view } from '../reading.js'

/** What pmap -c prints, by the fields that an rc file names. */
const CASES: readonly [string, string, object, readonly string[]][] = [
  ['none', '     Address \n55d0c8a00000\n', { start: 0x55d0c8a00000n }, ['start']],
  [
    'Perm, Mapping',
    '     Address Perm Mapping\n55d0c8a00000 r-xp a b\n',
    { start: 0x55d0c8a00000n, perms: 'r-xp', pathname: 'a b' },
    ['start', 'perms', 'pathname'],
  ],
  ['Perm', '     Address Perm \n55d0c8a00000 r-xp\n', { start: 0x55d0c8a00000n, perms: 'r-xp' }, ['start', 'perms']],
  [
    'Device, Size',
    '     Address Device Size \n55d0c8a00000  fe:00    4\n',
    {
      start: 0x55d0c8a00000n,
      end: 0x55d0c8a01000n,
      device: { major: 254, minor: 0 },
      counters: { Size: 4096 },
    },
    ['start', 'end', 'device', 'counters'],
  ],
  [
    'Offset, Inode, VmFlags',
    '     Address   Offset Inode  VmFlags \n55d0c8a00000 00001000   123 rd mr mw\n',
    { start: 0x55d0c8a00000n, offset: 0x1000n, inode: 123n, vmFlags: ['rd', 'mr', 'mw'] },
    ['start', 'offset', 'inode', 'vmFlags'],
  ],
  [
    'Size after Rss',
    '     Address Rss Size Mapping\n55d0c8a00000   8    4 \n',
    { start: 0x55d0c8a00000n, end: 0x55d0c8a01000n, counters: { Rss: 8192, Size: 4096 }, pathname: '' },
    ['start', 'end', 'counters', 'pathname'],
  ],
]

describe('the columns that an rc file names', () => {
  test.each(CASES)('%s', (_, text, region, says) => {
    expect(regions(`1:   a\n${text}`)).toEqual([region])
    expect([...view(`1:   a\n${text}`).says].sort()).toEqual([...says].sort())
    expect(findings(`1:   a\n${text}`)).toEqual([])
    const head = new TextEncoder().encode(`1:   a\n${text}`)
    expect(pmap.detect(head)).toMatchObject({ dialect: view(`1:   a\n${text}`).dialect, confidence: 'sure' })
  })

  test('before 3.3.15 VmFlags at the end have no blank behind them', () => {
    const text = '1:   a\n     Address  VmFlags\n55d0c8a00000 rd mr me\n'
    expect(regions(text)).toMatchObject([{ vmFlags: ['rd', 'mr', 'me'] }])
    expect(findings(text)).toEqual([])
  })

  test('what stands behind the last column is an error', () => {
    expect(findings('1:   a\n     Address Perm \n55d0c8a00000 r-xp a\n')).toEqual(['3:18 bad-column'])
  })

  test.each([
    'Address Kbytes PSS Dirty Swap Mode Mapping',
    'Address Size Size Mapping',
    'Address Perm flags Mapping',
  ])('%j is a heading of no mode', (heading) => {
    expect(view(`1:   a\n${heading}\n55d0c8a00000 r-xp a\n`).lines.regions).toBe(0)
  })
})
