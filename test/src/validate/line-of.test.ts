import { expect, test } from 'vitest'
import { lineOf } from '../../../src/validate/line-of.js'

const at = (text: string, region: Readonly<Record<string, unknown>>): number | undefined =>
  lineOf(Buffer.from(text), region)

test.each([
  ['maps', '0ff00-10000 r--p\n00010000-00011000 r--p\n', { start: '10000' }, 2],
  ['pmap', '1:   a\n0000000000010000 4K r---- a\n', { start: '10000', pathname: 'a' }, 2],
  ['lsof', 'COMMAND NAME\ncat /a\ncat /a/b\n', { pathname: '/a' }, 2],
  ['a note', 'cat /a (stat: gone)\ncat /b\n', { pathname: '/a' }, 1],
  ['lsof -F0', 'p1\0\nfmem\0n/a\0\n', { pathname: '/a' }, 2],
])('the line of a region of %s', (_, text, region, line) => {
  expect(at(text, region)).toBe(line)
})

test.each([
  ['two have its start', '10000-11000\n10000-11000\n', { start: '10000' }],
  ['two have its name', 'x /a\ny /a\n', { pathname: '/a' }],
  ['none has its start', '100000-110000\n', { start: '10000' }],
  ['it has neither', 'x\n', { inode: '7' }],
  ['its name is empty', 'x\n', { pathname: '' }],
])('no line is named where %s', (_, text, region) => {
  expect(at(text, region)).toBeUndefined()
})
