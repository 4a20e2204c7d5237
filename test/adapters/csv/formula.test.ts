import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, unguarded } from '../../../adapters/csv/formula.js'
import { runs } from '../../laws/runs.js'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

test.each([
  ['', ''],
  ['/usr/bin/x', '/usr/bin/x'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ["'=1", "''=1"],
  ["''=1", "'''=1"],
  ["'x", "'x"],
  ["'", "'"],
  [' =1', ' =1'],
  [utf8('＝1'), utf8("'＝1")],
  [utf8('！1'), utf8('！1')],
])('%j becomes %j', (cell, expected) => {
  expect(guarded(cell)).toBe(expected)
  expect(Buffer.from(unguarded(latin1(expected))).toString('latin1')).toBe(cell)
})

test('any bytes come back, and none of them begins a formula', () => {
  const piece = fc.constantFrom("'", '=', '-', '\t', '\xef', '\xbc', '\x9d', 'a', '\xff')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const cell = pieces.join('')
      const safe = guarded(cell)
      expect(safe).not.toMatch(/^(?:[=+\-@\t\r\n]|\xef\xbc\x9d)/)
      expect(Buffer.from(unguarded(latin1(safe))).toString('latin1')).toBe(cell)
    }),
    runs(1000),
  )
})
