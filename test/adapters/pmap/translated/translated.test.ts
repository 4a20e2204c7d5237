import { describe, expect, test } from 'vitest'
import { translatedTotals } from '../../../../adapters/pmap/translated/totals.js'
import { detected, findings, regions, view } from '../reading.js'

const GERMAN_X = `1:   a
Adresse            kByte     RSS   Dirty Modus Zuordnung
0000560a18729000       8       4       2 r---- a
---------------- ------- ------- ------- 
kB gesamt              8       4       2
`
const GEORGIAN_D = `1:   a
მისამართი კბაიტი რეჟიმი გადაწევა მოწყობილობა მიბმა
00000000000ffffffffff600000                  4              --x-- 000000000000000000001000                         0fe:00000   [ anon ]
mapped: 4K    writeable/private: 0K    shared: 0K
`
const FRENCH_X = `1:   a
Adresse          kilo-octets     RSS Modifié Mode  Carte
ffffffffff600000           4       0        0 --x--   [ anon ]
`
const KOREAN_WIDE = `1:   a
        주  소 권  한 오프셋 장  치 I-노드 Size Rss THPeligible 매  핑
7ffd01118000     rw-p  00000000    00:00        0  132   8           0 [stack]
`

describe('titles', () => {
  test.each([
    ['x', GERMAN_X],
    ['d', GEORGIAN_D],
    ['x', FRENCH_X],
    ['X', KOREAN_WIDE],
  ])('the rows tell %s', (dialect, text) => {
    expect(view(text)).toMatchObject({ dialect, lines: { regions: 1, rejected: 0 } })
    expect(findings(text)).toEqual(['2:1 translated'])
    expect(detected(text)).toMatchObject({ dialect, confidence: 'sure' })
  })

  test('addresses and offsets may be padded beyond 16 digits', () => {
    expect(regions(GEORGIAN_D)[0]).toMatchObject({
      start: 0xffffffffff600000n,
      offset: 0x1000n,
      pathname: '  [ anon ]',
    })
  })

  test('only the kernel’s own words are in English in -X', () => {
    expect(regions(KOREAN_WIDE)[0]).toMatchObject({
      perms: 'rw-p',
      pathname: '[stack]',
      counters: { Size: 132 * 1024, Rss: 8 * 1024, THPeligible: 0 },
    })
  })

  test('without a row the sums tell', () => {
    expect(
      view(
        '2:   [a]\nAdresse            kByte Modus Versatz          Gerät    Zuordnung\nmapped: 0K    writeable/private: 0K    shared: 0K\n',
      ).dialect,
    ).toBe('d')
  })
})

describe('sums', () => {
  test.each([
    [' gesamt                0K', ['Size']],
    [' totalt           2924 k', ['Size']],
    [' загалом             2924 К', ['Size']],
    [' სულ             2924კ', ['Size']],
    ['kB gesamt           2924    1828     108', ['Size', 'Rss', 'Dirty']],
    ['mappat: 2924 k    skrivbart/privat: 356 k    delat: 28 k', ['Size', 'writeable/private', 'shared']],
    [' ánhxạ: 2924K     có thể ghi/riêng: 356K    chiasẻ: 28K', ['Size', 'writeable/private', 'shared']],
    ['매  핑: 2924K     기록가능/자체: 356K         공유 : 28K', ['Size', 'writeable/private', 'shared']],
  ])('%s', (line, said) => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(line))
    expect(translatedTotals(bytes)?.map(({ name }) => name)).toEqual(said)
  })

  test('are noted, and say what they say', () => {
    const text = '1:   a\n0000560a18729000      4K r---- a\n gesamt                4K\n'
    expect(findings(text)).toEqual(['3:1 translated'])
    expect(view(text).totals).toEqual([{ name: 'Size', value: 4096n, line: 3 }])
  })

  test('what sums up one column of -X is no total of the default mode', () => {
    expect(translatedTotals('          2924 KB')).toBeUndefined()
  })

  test('English ones are not noted', () => {
    expect(findings('1:   a\n0000560a18729000      4K r---- a\n total                4K\n')).toEqual([])
  })
})

test('a sentence is no row of titles', () => {
  expect(findings('1:   a\nthis is what I got from my server\n')).toEqual(['2:1 unrecognised-line'])
})
