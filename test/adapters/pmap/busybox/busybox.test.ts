import { describe, expect, test } from 'vitest'
import { detected, findings, names, regions, view, views } from '../reading.js'

const OLD = `4797: cat /etc/motd
0000560a18729000       4K r--p  /usr/bin/cat
00007eef3bc00000 1073741824K ---p    [ anon ]
00007ffd5c1f0000     132K rw-p  [stack]
mapped: 1073741960K
`
const NEW = OLD.replace('mapped: 1073741960K', ' total        1073741960K')
const TITLES = 'Address\t\t  Kbytes     PSS   Dirty    Swap  Mode  Mapping\n'
const RULE = '----------------  ------  ------  ------  ------\n'
const NEW_X = `4797: cat\n${TITLES}0000560a18729000       8       3       2       1  r--s  /a b\n${RULE}total kB               8       3       2       1\n`
const OLD_X = NEW_X.replace('total kB        ', 'total\t\t')

describe('rows', () => {
  test('range, perms as in maps, and the name after two blanks', () => {
    expect(regions(NEW)[0]).toEqual({
      start: 0x560a18729000n,
      end: 0x560a1872a000n,
      perms: 'r--p',
      pathname: '/usr/bin/cat',
    })
    expect(names(NEW)).toEqual(['/usr/bin/cat', '  [ anon ]', '[stack]'])
  })

  test('a size wider than its column is read to its end', () => {
    expect(regions(NEW)[1]?.end).toBe(0x7eef3bc00000n + (1073741824n << 10n))
  })

  test('-x has proportional, private dirty and swapped memory', () => {
    expect(regions(NEW_X)).toEqual([
      {
        start: 0x560a18729000n,
        end: 0x560a1872b000n,
        perms: 'r--s',
        pathname: '/a b',
        counters: { Pss: 3072, Private_Dirty: 2048, Swap: 1024 },
      },
    ])
  })

  test('a 32-bit build has eight digits', () => {
    expect(regions('1: a\n08048000      48K r-xp  /bin/cat\n')[0]?.end).toBe(0x08054000n)
  })

  test('a name keeps its bytes', () => {
    const line = Uint8Array.from([
      ...new TextEncoder().encode('1: a\n0000560a18729000       4K r--p  /a\t'),
      0xff,
      0x1b,
      0x0a,
    ])
    expect([...(view(line).table.pathnameBytes(0) ?? [])]).toEqual([0x2f, 0x61, 0x09, 0xff, 0x1b])
  })
})

describe('what ends a block tells the version', () => {
  test.each([
    ['busybox-1.30', OLD],
    ['busybox', NEW],
    ['busybox-1.30-x', OLD_X],
    ['busybox-x', NEW_X],
    ['busybox-1.30', '2: [?]\nmapped: 0K\n'],
    ['busybox', '2: [?]\n total                 0K\n'],
  ])('%s', (dialect, text) => {
    expect(view(text).dialect).toBe(dialect)
    expect(findings(text)).toEqual([])
    expect(view(text).lines.rejected).toBe(0)
  })

  test('sums are said', () => {
    expect(view(OLD).totals).toEqual([{ name: 'Size', value: 1073741960n * 1024n, line: 5 }])
    expect(view(OLD_X).totals.map(({ name, value }) => [name, value])).toEqual([
      ['Size', 8192n],
      ['Pss', 3072n],
      ['Private_Dirty', 2048n],
      ['Swap', 1024n],
    ])
  })
})

describe('rows that are no mappings', () => {
  test.each([
    ['starts within a page', '000000000017b7c3 18014398509480466K       [anon:dalvik'],
    ['is of no possible size', '0000000000000000 4678890294792347K   30'],
  ])('a row that %s', (_, row) => {
    expect(findings(`1: a\n0000560a18729000       4K r--p  /a\n${row}\n`)).toEqual(['3:1 bogus-row'])
  })
})

describe('damage', () => {
  test.each([
    ['0000560a18729000       4K r--q  a', '2:27 bad-perms'],
    ['0000560a18729000       4M r--p  a', '2:24 bad-size'],
    ['0000560a18729000       4K r---- a', '2:27 bad-perms'],
    ['0000560a1872900z       4K r--p  a', '2:1 bad-start'],
  ])('%j is refused at %s', (line, finding) => {
    expect(findings(`1: a\n0000560a18728000       4K r--p  a\n${line}\n`)).toEqual([finding.replace(/^2/, '3')])
  })

  test('a counter that is no number', () => {
    expect(findings(`1: a\n${TITLES}0000560a18729000       8       3       -       1  r--s  a\n`)).toEqual([
      '3:40 bad-counter',
    ])
  })
})

describe('detection', () => {
  test.each([
    ['busybox', OLD, 'sure'],
    ['busybox-x', NEW_X, 'sure'],
    ['busybox-1.30', '2: [?]\nmapped: 0K\n', 'likely'],
    ['busybox', '999999: [?]\n', 'likely'],
    ['busybox', '0000560a18729000       4K r--p  /usr/bin/cat\n', 'likely'],
    ['busybox', '4797: cat\n0000560a18729000       4K r--q  a\n0000560a1872a000       4K r--p  a\n', 'likely'],
  ])('%s in %j is %s', (dialect, text, confidence) => {
    expect(detected(text)).toMatchObject({ dialect, confidence })
  })

  test('processes without rows are possibly busybox’s', () => {
    expect(detected('1: a\n')).toMatchObject({ dialect: 'busybox', confidence: 'possible' })
    expect(detected('1: first\n2: second\n')).toMatchObject({ dialect: 'busybox', confidence: 'possible' })
  })

  test('a number, a colon and a word before other lines are nobody’s', () => {
    expect(detected('1: a\nand more\n')).toBeUndefined()
  })

  test.each([
    ['29672: cat\n', ['busybox']],
    ['29672: cat\n1: a\n0000560a18729000       4K r--p  /a\n', ['busybox', 'busybox']],
    ['29672: cat\n1: a\n0000560a18729000      4K r---- a\n', ['toybox', 'toybox']],
    ['1: a\n0000560a18729000      4K r---- a\n29672: cat\n', ['toybox', 'toybox']],
    ['29672: cat\n2: dog\n1:   a\n0000560a18729000      4K r---- a\n', ['busybox', 'busybox', 'default']],
    ['1:   a\n0000560a18729000      4K r---- a\n29672: cat\n', ['default', 'busybox']],
    ['29672: cat\nwhat is this\n', ['busybox']],
  ])('a process without rows is of its neighbour’s dialect: %j', (text, dialects) => {
    expect(views(text).map(({ dialect }) => dialect)).toEqual(dialects)
  })
})
