import { describe, expect, test } from 'vitest'
import { detected, findings, regions, view, views } from '../reading.js'

const FILE = '        00400000 r--p 00000000 fe:00 2147519'
const ANONYMOUS = '        004a9000 rw-p 00000000 00:00       0'

/** A process of these rows. */
const block = (...rows: readonly string[]): string => `1:   cat\n${rows.map((row) => `${row}\n`).join('')}`

describe('without Mapping', () => {
  test.each([
    ['one row', block(`${ANONYMOUS}  20   4`)],
    ['two rows', block(`${FILE}   4   4`, `${ANONYMOUS}  20   4`)],
    ['a file alone', block(`${FILE}   4   4`)],
  ])('the last number is no name: %s', (_, text) => {
    for (const region of regions(text)) expect(region.pathname).toBeUndefined()
    expect(view(text).says.has('pathname')).toBe(false)
    expect(findings(text)).toEqual(['2:1 unsure-columns'])
    expect(detected(text)).toMatchObject({ dialect: 'X', confidence: 'likely' })
  })

  test('flags at the end are no name', () => {
    const text = block(`${FILE}   4   4          rd mr mw me`, `${ANONYMOUS}  20   4 rd wr mr mw me ac`)
    expect(regions(text)).toMatchObject([
      { vmFlags: ['rd', 'mr', 'mw', 'me'] },
      { vmFlags: ['rd', 'wr', 'mr', 'mw', 'me', 'ac'] },
    ])
    for (const region of regions(text)) expect(region.pathname).toBeUndefined()
    expect(findings(text)).toEqual(['2:1 unsure-columns'])
    expect(detected(text)).toMatchObject({ dialect: 'XX', confidence: 'likely' })
  })

  test('flags are told whatever the caller says of the dialect', () => {
    const text = block(`${FILE}   4   4          rd mr mw me`, `${ANONYMOUS}  20   4 rd wr mr mw me ac`)
    for (const region of regions(text, 'X')) expect(region.pathname).toBeUndefined()
  })
})

describe('without Size', () => {
  test.each([
    ['zero', block(`${FILE}   4 a`, `${ANONYMOUS}   0 [heap]`)],
    ['no multiple of a page', block(`${FILE}   7 a`)],
    ['beyond the next row', block(`${FILE} 680 a`, `${ANONYMOUS}   4 [heap]`)],
    ['less than another number of its row', block(`${FILE}   4 484 a`)],
  ])('a first number that cannot be Size gives no end: %s', (_, text) => {
    for (const { end, counters, extra } of regions(text)) {
      expect([end, counters]).toEqual([undefined, undefined])
      expect(extra).toHaveProperty('column 6')
    }
    expect(view(text).says.has('end')).toBe(false)
    expect(view(text).says.has('counters')).toBe(false)
    expect(findings(text)).toEqual(['2:1 unsure-columns'])
    expect(detected(text)).toMatchObject({ confidence: 'likely' })
  })

  test('the guess is made anew for the next process', () => {
    const [first, second] = views(block(`${FILE}   0 a`) + block(`${FILE}   4 a`))
    expect(first?.says.has('end')).toBe(false)
    expect([...(second ?? [])]).toMatchObject([{ end: 0x401000n }])
  })
})

describe('as -X prints them', () => {
  test('a name of digits is a name where other rows have none', () => {
    const text = block(`${FILE}   4   4 12`, `${ANONYMOUS}  20   4 `)
    expect(regions(text).map(({ pathname }) => pathname)).toEqual(['12', ''])
    expect(findings(text)).toEqual([])
  })

  test('the findings of a line that was held back are at its place', () => {
    expect(findings(block(`${FILE}   4   4 a`, 'what is this'))).toEqual(['3:1 unrecognised-line'])
  })

  test('a key of protection is no size', () => {
    expect(regions(block(`${FILE}   4   4 15 a`))).toMatchObject([{ end: 0x401000n }])
  })
})
