import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { parse } from '../../src/ops/parse.js'
import { smallest } from './corpus.js'

const SIZE = 1 << 18
/** Far above what a linear reader takes for that, far below what a quadratic one takes. */
const SECONDS = 8

const REPEATED = [
  '0',
  'f',
  ' ',
  '\t',
  '-',
  ':',
  '(',
  '[',
  '{',
  '"',
  ' 0',
  '0 ',
  ',',
  '\0',
  '\r',
  '\\',
  '\n',
  ' \n',
  'p1\n',
]

describe.each(adapters)('never hangs: $name', (adapter) => {
  test.each(REPEATED)('on 256 KiB of %j', (piece) => {
    const text = Buffer.alloc(SIZE, piece)
    const began = performance.now()
    parse(adapter, text)
    adapter.detect(text.subarray(0, 1024))
    expect(performance.now() - began).toBeLessThan(SECONDS * 1000)
  })

  test('on a text whose last line is 256 KiB long', () => {
    const { text, dialect } = smallest(adapter)
    for (const piece of REPEATED.filter((one) => !one.includes('\n'))) {
      const long = Buffer.concat([text.subarray(0, text.lastIndexOf(0x0a, -2) + 1), Buffer.alloc(SIZE, piece)])
      const began = performance.now()
      parse(adapter, long, { dialect })
      expect(performance.now() - began).toBeLessThan(SECONDS * 1000)
    }
  })
})
