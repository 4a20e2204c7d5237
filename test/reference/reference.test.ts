import { expect, test } from 'vitest'
import { referenceMaps } from './maps.js'
import { referenceSmaps } from './smaps.js'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const LINE = '7f0000000000-7f0000001000 r-xp 00001000 103:1f 42 '

test.each([
  ['no newline at the end', LINE],
  ['no blank after the inode', `${LINE.trimEnd()}\n`],
  ['a name before its column', `${LINE}/bin/sh\n`],
  ['blanks and no name', `${LINE.padEnd(90)}\n`],
  ['upper case', `${LINE.toUpperCase()}\n`],
  ['nothing of the kind', 'Rss 4\n'],
])('throws on %s', (_, text) => {
  expect(() => referenceMaps(bytes(text))).toThrow()
  expect(() => referenceSmaps(bytes(text))).toThrow()
})

test('throws on a counter before any header', () => {
  expect(() => referenceSmaps(bytes('Rss:                   4 kB\n'))).toThrow('no region is open')
})

test('keeps the blanks of a name and the bytes that are not UTF-8', () => {
  const [region] = referenceMaps(bytes(`${LINE.padEnd(73)}  /a\xff \n`))
  expect(region).toMatchObject({ pathname: '  /a\ufffd ', pathnameBytes: bytes('  /a\xff ') })
})
