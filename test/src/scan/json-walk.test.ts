import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonCursor } from '../../../src/scan/json-cursor.js'
import { JsonWalk } from '../../../src/scan/json-walk.js'

/** The values of a text, each as its way and its first bytes; and where the walk ends. */
function walked(text: string, strings: 'text' | 'any bytes' = 'text'): { values: string[]; end: string } {
  const bytes = Buffer.from(text, 'latin1')
  const cursor = new JsonCursor(bytes, strings)
  const walk = new JsonWalk(cursor)
  const values: string[] = []
  const passed = walk.past((at) => values.push(`${walk.path().join('.')}=${text.slice(at, at + 3)} ${walk.index}`))
  return { values, end: `${passed ? 'end' : 'fault'} ${cursor.at}` }
}

test('each value has its way and its place', () => {
  expect(walked('{"a": [10, {"b":"xy"}], "c": null} behind')).toEqual({
    values: ['={"a -1', 'a=[10 -1', 'a.0=10, 0', 'a.1={"b 1', 'a.1.b="xy -1', 'c=nul -1'],
    end: 'end 34',
  })
})

test.each([
  ['', 'fault 0'],
  ['[1,]', 'fault 3'],
  ['[1 2]', 'fault 3'],
  ['{"a"}', 'fault 4'],
  ['{"a":1,}', 'fault 7'],
  ['{"a" :1 , "b": [ ] } ', 'end 20'],
  ['[1}', 'fault 2'],
  ['"a\nb"', 'fault 2'],
  ['"\\u12g4"', 'fault 1'],
])('%j: %s', (text, end) => {
  expect(walked(text).end).toBe(end)
})

test('bytes that are no UTF-8 are a fault in a text, and not elsewhere', () => {
  expect(walked('["a\xff"]').end).toBe('fault 1')
  expect(walked('["a\xff"]', 'any bytes').end).toBe('end 6')
  expect(walked('["\xc3\xa9"]').end).toBe('end 6')
})

test('a million brackets are no reason to fall over', () => {
  const text = '['.repeat(1_000_000)
  const walk = new JsonWalk(new JsonCursor(Buffer.from(text + ']'.repeat(1_000_000)), 'text'))
  expect(walk.past()).toBe(true)
})

test('the walk passes what JSON.parse takes, and nothing else', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    '-0.5e+3',
    'true',
    'null',
    ' ',
    '\\u0041',
  )
  const text = fc.oneof(
    fc.json(),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (json) => {
      const cursor = new JsonCursor(Buffer.from(json), 'text')
      const passed = new JsonWalk(cursor).past()
      cursor.blanks()
      expect(passed && cursor.at === Buffer.byteLength(json)).toBe(isJson(json))
    }),
    { seed: 7, numRuns: 2000 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
