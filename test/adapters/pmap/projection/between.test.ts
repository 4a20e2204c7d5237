import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { maps } from '../../../../adapters/maps/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const column = (before: string, name: string): string => `${before.padEnd(73)}${name}\n`

const MAPS =
  column('560a18729000-560a1872a000 r--p 00000000 fe:00 2148860', '/usr/bin/cat') +
  '560a18fff000-560a19000000 rw-p 00000000 00:00 0 \n' +
  column('560a19000000-560a19001000 rw-p 00000000 00:00 0', '[anon:my heap]') +
  column('560a19001000-560a19002000 rw-p 00000000 00:00 0', '[anon:ns/slash name]') +
  column('560a19004000-560a19005000 rw-s 00000000 00:09 1234', 'socket:[1234]') +
  column('560a19005000-560a19006000 r--p 00000000 fe:00 2', '/') +
  column('560a19006000-560a19006000 rw-p 00000000 00:00 0', '[stack:4242]') +
  column('560a19007000-560a19008000 r--p 00000000 fe:00 3', '/tmp/gone (deleted)')

const ROWS = [
  '560a18729000',
  '560a18fff000',
  '560a19000000',
  '560a19001000',
  '560a19004000',
  '560a19005000',
  '560a19006000',
  '560a19007000',
]
const MODES = ['r--p', 'rw-p', 'rw-p', 'rw-p', 'rw-s', 'r--p', 'rw-p', 'r--p']

/** What a pmap prints of MAPS, with these names; undefined for a row that it leaves out. */
function printed(names: readonly (string | undefined)[], last: string, mode: (perms: string) => string): string {
  const rows = names.map((name, row) =>
    name === undefined
      ? ''
      : `0000${ROWS[row]} ${row === 6 ? '     0K' : '     4K'} ${mode(MODES[row] as string)}${name}\n`,
  )
  return `1: cat\n${rows.join('')}${last}\n`
}

const raw = (perms: string): string => `${perms}  `
const five = (perms: string): string => `${perms.replace('p', '-')}- `

const BUSYBOX = printed(
  [
    '/usr/bin/cat',
    '  [ anon ]',
    '[anon:my heap]',
    '[anon:ns/slash name]',
    'socket:[1234]',
    '/',
    undefined,
    '/tmp/gone (deleted)',
  ],
  ' total                28K',
  raw,
)
const OLD = printed(
  ['/usr/bin/cat', '  [ anon ]', '[anon:my', '[anon:ns/slash', 'socket:[1234]', '/', undefined, '/tmp/gone'],
  'mapped: 28K',
  raw,
)
const TOYBOX = printed(
  ['cat', '  [anon]', '  [anon:my heap]', '  slash name]', 'socket:[1234]', '', '  [stack:4242]', 'gone (deleted)'],
  'total                28K',
  five,
)
const TOYBOX_P = printed(
  [
    '/usr/bin/cat',
    '  [anon]',
    '  [anon:my heap]',
    '  [anon:ns/slash name]',
    'socket:[1234]',
    '/',
    '  [stack:4242]',
    '/tmp/gone (deleted)',
  ],
  'total                28K',
  five,
)

function read(text: string): View {
  const { adapter, match } = detect(adapters, encode(text))
  return parse(adapter, encode(text), { dialect: match.dialect })[0] as View
}

function held(a: string, b: string): { verdict: string; reasons: Record<string, number> } {
  const { verdict, pairs } = compare(adapters, [read(a), read(b)])
  return { verdict, reasons: Object.fromEntries(pairs[0]?.reasons.map(({ code, count }) => [code, count]) ?? []) }
}

describe('maps against', () => {
  test.each([
    ['busybox', BUSYBOX, { 'empty-not-listed': 1 }],
    ['busybox up to 1.37', OLD, { 'blank-cuts-name': 3, 'empty-not-listed': 1 }],
    ['busybox up to 1.37 under -q', OLD.replace('mapped: 28K\n', ''), { 'blank-cuts-name': 3, 'empty-not-listed': 1 }],
    ['toybox', TOYBOX, { 'basename-only': 4 }],
    ['toybox -p', TOYBOX_P, {}],
  ])('%s', (_, text, reasons) => {
    expect(held(MAPS, text)).toEqual({ verdict: Object.keys(reasons).length > 0 ? 'explained' : 'agree', reasons })
  })

  test.each([
    ['another name', BUSYBOX.replace('/usr/bin/cat', '/usr/bin/dog')],
    ['other perms', TOYBOX.replace('r---- cat', 'rw--- cat')],
    ['another size', OLD.replace('4K r--p  /usr', '8K r--p  /usr')],
    ['a row less', BUSYBOX.replace(/.*socket.*\n/, '')],
  ])('%s disagrees', (_, text) => {
    expect(held(MAPS, text).verdict).toBe('disagree')
  })
})

describe('one pmap against another', () => {
  test.each([
    ['busybox and toybox', BUSYBOX, TOYBOX],
    ['busybox and toybox -p', BUSYBOX, TOYBOX_P],
    ['both of busybox', BUSYBOX, OLD],
  ])('%s are held together by what both keep', (_, a, b) => {
    expect(held(a, b)).toMatchObject({ verdict: 'explained' })
    expect(held(b, a)).toMatchObject({ verdict: 'explained' })
  })

  test('-A leaves out what is outside its range', () => {
    const range =
      '1:   a\n0000560a18fff000 4K rw---   [ anon ]\n0000560a19000000 4K rw---   [ anon ]\n0000560a19001000 4K rw--- slash name]\n total 12K\n'
    expect(held(TOYBOX, range)).toMatchObject({ verdict: 'explained', reasons: { 'outside-range': 5 } })
    expect(held(range, TOYBOX)).toMatchObject({ verdict: 'explained', reasons: { 'outside-range': 5 } })
    expect(held(TOYBOX, range.replace('12K\n', '16K\n')).verdict).toBe('disagree')
  })

  test('a path too long for one of them is cut by it, and by it alone', () => {
    const long = (length: number): string => TOYBOX_P.replace('/usr/bin/cat', `/${'c'.repeat(length - 1)}`)
    const cut = BUSYBOX.replace('/usr/bin/cat', `/${'c'.repeat(1022)}`).replace(
      ' total                28K',
      'mapped: 28K',
    )
    expect(held(long(1100), OLD.replace('/usr/bin/cat', `/${'c'.repeat(949)}`)).verdict).toBe('explained')
    expect(held(long(900), OLD.replace('/usr/bin/cat', `/${'c'.repeat(899)}`)).verdict).toBe('explained')
    expect(held(long(900), OLD.replace('/usr/bin/cat', `/${'c'.repeat(898)}`)).verdict).toBe('disagree')
    expect(held(long(1100), cut).reasons['long-line-split']).toBe(1)
  })

  test('a file that only one of them shows is a difference', () => {
    expect(held(BUSYBOX.replace('/bin/cat', '/bin/dog'), TOYBOX).verdict).toBe('disagree')
  })
})

test('words of another language stand for [ anon ] and [ stack ], each for one of them', () => {
  const kernel = parse(
    maps,
    encode(
      `${column('1000-2000 rw-p 00000000 00:00 0', '[heap]')}3000-4000 rw-p 00000000 00:00 0 \n${column('7000-8000 rw-p 00000000 00:00 0', '[stack]')}`,
    ),
  )
  const uk = (heap: string, anon: string, stack: string): readonly View[] =>
    parse(
      pmap,
      encode(
        `1:   a\n0000000000001000      4K rw---   [ ${heap} ]\n0000000000003000      4K rw---   [ ${anon} ]\n0000000000007000      4K rw---   [ ${stack} ]\n`,
      ),
    )
  const verdict = (...words: [string, string, string]): string =>
    compare(adapters, [...kernel, ...uk(...words)]).verdict
  expect(verdict('анон', 'анон', 'стек ')).toBe('explained')
  expect(verdict('анон', 'стек ', 'стек ')).toBe('disagree')
  expect(verdict('анон', 'анон', 'анон')).toBe('disagree')
})
