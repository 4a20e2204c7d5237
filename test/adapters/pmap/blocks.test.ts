import { describe, expect, test } from 'vitest'
import { findings, names, view, views } from './reading.js'

const ROW = '0000000000001000      4K r---- a\n'
const X_HEADING = 'Address           Kbytes     RSS   Dirty Mode  Mapping\n'

describe('several processes in one text', () => {
  test('each is a view of its own', () => {
    const all = views(
      `12:   /bin/a b  c\n${ROW} total                4K\n345:   [kthreadd]\n total                0K\n12:   a\n${ROW}`,
    )
    expect(all.map(({ process, table }) => [process?.pid, table.length])).toEqual([
      [12, 1],
      [345, 0],
      [12, 1],
    ])
    expect(new TextDecoder().decode(all[0]?.process?.cmdline)).toBe('/bin/a b  c')
    expect(all.map(({ lines }) => lines)).toEqual([
      { regions: 1, parts: 0, headings: 1, footers: 1, rejected: 0 },
      { regions: 0, parts: 0, headings: 1, footers: 1, rejected: 0 },
      { regions: 1, parts: 0, headings: 1, footers: 0, rejected: 0 },
    ])
  })

  test('rows above the first process are not that process’s', () => {
    const all = views(`${ROW}12:   a\n${ROW}`)
    expect(all.map(({ process, table }) => [process?.pid, table.length])).toEqual([
      [undefined, 1],
      [12, 1],
    ])
  })

  test('counters begin anew', () => {
    const block = `${X_HEADING}0000000000001000       4       4       0 r---- a\n`
    const [, second] = views(`12:   a\n${block}13:   b\n${block}`)
    expect(second?.table.counter(0, 'Rss')).toBe(4096)
  })
})

describe('a kernel thread or a process that may not be read', () => {
  test.each([
    ['default', '2:   [kthreadd]\n total                0K\n'],
    [
      'x',
      `2:   [kthreadd]\n${X_HEADING}---------------- ------- ------- ------- \ntotal kB                 0       0       0\n`,
    ],
    ['X', '2:   [kthreadd]\n'],
    ['X', '2:   [kthreadd]\n     ==== === \n        0   0 KB \n'],
  ])('%s has no regions and no findings', (dialect, text) => {
    expect(view(text, dialect).table.length).toBe(0)
    expect(view(text, dialect).dialect).toBe(dialect)
    expect(findings(text)).toEqual([])
    expect(view(text).lines.rejected).toBe(0)
  })
})

describe('what is not ours is refused, never misread', () => {
  const refused = (text: string): void => {
    const { table, lines, diagnostics } = view(text)
    expect(table.length).toBe(0)
    expect(lines.regions).toBe(0)
    expect(diagnostics.countOf('error')).toBe(lines.rejected)
    expect(lines.rejected).toBeGreaterThan(1)
  }

  test.each([
    [
      'a heading that nobody else has',
      '1:   a\nAddress           Kbytes Mode  Mapping\n0000560a18729000       4 r---- a\n',
    ],
  ])('%s', (_, text) => {
    refused(text)
  })

  test('rows after the totals are nobody’s', () => {
    const text = `1:   a\n${ROW} total                4K\n2?   b\n${ROW}`
    expect(view(text).table.length).toBe(1)
    expect(findings(text)).toEqual(['4:1 unrecognised-line', '5:1 unrecognised-line'])
  })

  test('a message of pmap’s own ends nothing', () => {
    const text = `pmap: option -r is ignored as SunOS compatibility\n1:   a\n${ROW}`
    expect(names(text)).toEqual(['a'])
    expect(findings(text)).toEqual(['1:1 tool-message'])
  })
})

describe('damage', () => {
  test.each([
    ['000000000000z000      4K r---- a', '2:1 bad-start'],
    ['0000000000001000      4M r---- a', '2:23 bad-size'],
    ['0000000000001000       K r---- a', '2:24 bad-size'],
    ['0000000000001000 18446744073709551615K r---- a', '2:18 bad-size'],
    ['0000000000001000      4K r-?-- a', '2:26 bad-perms'],
    ['0000000000001000      4K r----', '2:26 bad-perms'],
    ['0000000000001000      4K', '2:23 bad-size'],
    ['0000000000001000       4 r---- 000000000000 0fe:00000 a', '2:32 bad-offset'],
    ['0000000000001000       4 r---- 0000000000000000 0fe-00000 a', '2:49 bad-device'],
    ['0000000000001000       4       x       0 r---- a', '2:32 bad-counter'],
    ['00010000 r--p 0000000g 00:00 0 4 0 a', '2:15 bad-offset'],
    ['00010000 r--p 00000000 00-00 0 4 0 a', '2:24 bad-device'],
    ['00010000 r--p 00000000 00:00 x 4 0 a', '2:30 bad-inode'],
    ['00010000 r--p 00000000 00:00 0 a', '2:32 bad-column'],
    ['nonsense 1', '2:1 unrecognised-line'],
  ])('%j is refused at %s', (line, finding) => {
    expect(findings(`1:   a\n${line}\n`)).toEqual([finding])
    expect(view(`1:   a\n${line}\n`).lines).toEqual({ regions: 0, parts: 0, headings: 1, footers: 0, rejected: 1 })
  })

  test('a damaged row costs only itself', () => {
    expect(names(`1:   a\n000000000000z000      4K r---- lost\n${ROW}`)).toEqual(['a'])
  })

  test('an address of another width than the zeros of the others fill is refused', () => {
    const narrow = ['00010000', '00012000', 'ffff1000'].map((start) => `${start}       4K r---- a\n`)
    expect(findings(`1:   a\n${narrow.join('')}`)).toEqual([])
    expect(findings(`1:   a\n${narrow.join('0000000000011000      4K r---- a\n')}`)).toEqual([
      '3:1 bad-column',
      '5:1 bad-column',
    ])
  })

  test('every prefix of a text is read without a fall', () => {
    const text = `1:   a\n${X_HEADING}0000000000001000       4       4       0 r---- a\n`
    for (let size = 0; size <= text.length; size++) {
      const { table, lines } = view(text.slice(0, size))
      expect(lines.regions).toBe(table.length)
    }
  })
})
