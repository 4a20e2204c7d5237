import { expect, test } from 'vitest'
import { detectMaps } from '../../../adapters/maps/detect.js'
import { detectSmaps } from '../../../adapters/smaps/detect.js'
import type { Match } from '../../../src/adapter.js'

const head = (text: string): Uint8Array => new TextEncoder().encode(text).subarray(0, 1024)
const said = (match: Match | undefined): string | undefined => match && `${match.dialect} ${match.confidence}`

const LINE = `${'7f0000000000-7f0000001000 r-xp 00000000 08:01 7'.padEnd(73)}/x\n`
const NARROW = `${'00400000-00401000 r-xp 00000000 08:01 7'.padEnd(49)}/x\n`
const LONG = `${'7f0000000000-7f0000001000 r-xp 00000000 08:01 7'.padEnd(73)}/${'n'.repeat(1000)}`

test.each([
  ['64bit sure', LINE],
  ['64bit sure', LINE.trimEnd()],
  ['64bit sure', `\n\n${LINE}`],
  ['32bit sure', NARROW],
  ['64bit sure', LINE.repeat(30)],
  ['moss sure', `500000000000-500000117000 r-xp 0000000000${' '.repeat(20)}/bin/bash\n`],
  ['64bit likely', LINE.replace(/ +/g, ' ')],
  ['64bit likely', `${LINE}cat: nothing\n`],
  ['64bit likely', `${LINE}\n${LINE}`],
  [undefined, `${LINE}Size:                  4 kB\n`],
  [undefined, 'Rss:                   4 kB\n'],
  [undefined, 'nothing of the kind\n'],
  [undefined, ''],
])('says %s', (expected, text) => {
  expect(said(detectMaps(head(text)))).toBe(expected)
})

test('a first line that is longer than the head may be of maps and of smaps', () => {
  for (const text of [LONG, `${LONG}\nSize:                  4 kB\n`, `${LONG}\n${LINE}`]) {
    expect(said(detectMaps(head(text)))).toBe('64bit possible')
    expect(said(detectSmaps(head(text)))).toBe('64bit possible')
  }
})

test.each([
  ['', '64bit possible', '64bit possible'],
  ['Si', '64bit possible', '64bit possible'],
  ['7f00', '64bit sure', undefined],
])('a second line of which the head shows %j', (shown, asMaps, asSmaps) => {
  const text = `${LONG.slice(0, 1023 - shown.length)}\n${shown}`
  expect(text.length).toBe(1024)
  expect(said(detectMaps(head(text)))).toBe(asMaps)
  expect(said(detectSmaps(head(text)))).toBe(asSmaps)
})
