import { expect, test } from 'vitest'
import { JsonReader } from '../../../../adapters/lsof/json/reader.js'
import { unescapeJson } from '../../../../adapters/lsof/json/string.js'

/** What the reader makes of a text that is one value, and where it stands then. */
function value(text: string): string {
  const reader = new JsonReader(Buffer.from(text, 'latin1'))
  const read = reader.value()
  return read === undefined ? `fault at ${reader.at}` : `${read.kind} ${text.slice(read.from, read.to)}`
}

test.each([
  ['"a b"', 'string a b'],
  ['""', 'string '],
  ['"\\"\\\\\\u00fF\xff"', 'string \\"\\\\\\u00fF\xff'],
  [' -12.5e+3 ', 'word -12.5e+3'],
  ['null', 'word null'],
  ['[]', 'nested []'],
  ['{ "a" : [ 1 , {} ] , "b":"]" }', 'nested { "a" : [ 1 , {} ] , "b":"]" }'],
  ['', 'fault at 0'],
  ['"a', 'fault at 2'],
  ['"a\nb"', 'fault at 2'],
  ['"\\x"', 'fault at 1'],
  ['"\\u00g0"', 'fault at 1'],
  ['01', 'fault at 0'],
  ['nil', 'fault at 0'],
  ['[1,]', 'fault at 3'],
  ['[1 2]', 'fault at 3'],
  ['{"a"}', 'fault at 4'],
  ['{a:1}', 'fault at 1'],
  ['{"a":1,}', 'fault at 7'],
  ['[1}', 'fault at 2'],
  [`1${'0'.repeat(1000)}`, `word 1${'0'.repeat(399)}`],
])('%j is %s', (text, expected) => {
  expect(value(text)).toBe(expected)
})

test('a million brackets are no reason to fall over', () => {
  const text = '['.repeat(1_000_000)
  expect(value(text)).toBe('fault at 1000000')
  expect(value(text + ']'.repeat(1_000_000))).toMatch(/^nested /)
})

test.each([
  ['plain \xff', 'plain \xff'],
  ['\\"\\\\\\/\\b\\f\\n\\r\\t', '"\\/\b\f\n\r\t'],
  ['\\u0001\\u0041', '\x01A'],
  ['\\u00e9', '\xc3\xa9'],
  ['\\ud83d\\ude00', '\xf0\x9f\x98\x80'],
  // Half of a pair: a byte as Python writes it, or nothing there is.
  ['\\udcff.\\udc80', '\xff.\x80'],
  ['\\ud83d.', '\xef\xbf\xbd.'],
  ['\\ud83d\\u0041', '\xef\xbf\xbdA'],
])('%j stands for %j', (text, expected) => {
  const bytes = Buffer.from(`"${text}"`, 'latin1')
  expect(Buffer.from(unescapeJson(bytes, 1, bytes.length - 1)).toString('latin1')).toBe(expected)
})
