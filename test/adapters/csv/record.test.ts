import { stringify } from 'csv-stringify/browser/esm/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordReader } from '../../../adapters/csv/record.js'
import { runs } from '../../laws/runs.js'

const COMMA = 0x2c

/** The cells of a text of one record, read line by line, or what came of it. */
function cells(text: string): readonly string[] | string {
  const record = new RecordReader()
  let outcome = 'open'
  text.split('\n').forEach((line, index) => {
    const bytes = Buffer.from(line)
    outcome = record[index === 0 ? 'first' : 'next'](bytes, 0, bytes.length, COMMA)
  })
  if (outcome !== 'whole') return outcome
  return Array.from({ length: record.length }, (_, index) => Buffer.from(record.cell(index)).toString())
}

test.each([
  ['', ['']],
  [',', ['', '']],
  ['a,b', ['a', 'b']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a""b"', ['a"b']],
  ['""', ['']],
  ['""""', ['"']],
  ['a"b', ['a"b']],
  [' "a"', [' "a"']],
  ['"a\nb",c', ['a\nb', 'c']],
  ['"\n"', ['\n']],
  ['"a"b', 'fault'],
  ['"a"" ,b', 'open'],
  ['"a', 'open'],
])('%j is %j', (text, expected) => {
  expect(cells(text)).toEqual(expected)
})

test('what the library writes is read back, cell by cell', () => {
  const piece = fc.constantFrom('"', ',', '\n', '\r', 'a', "'", ' ', 'é', '""', '\t')
  const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (row) => {
      expect(cells(stringify([row]).slice(0, -1))).toEqual(row)
    }),
    runs(1000),
  )
})

test('a cell in quotes is told from an empty one, and every cell has its place', () => {
  const record = new RecordReader()
  const text = Buffer.from('a,"",,"b\nc",d')
  const newline = text.indexOf(0x0a)
  record.first(text, 0, newline, COMMA)
  expect(record.next(text, newline + 1, text.length, COMMA)).toBe('whole')
  expect([0, 1, 2, 3, 4].map((index) => record.isQuoted(index))).toEqual([false, true, false, true, false])
  expect(record.place(3)).toEqual({ line: 0, at: 6 })
  expect(record.place(4)).toEqual({ line: 1, at: 3 })
  expect(record.lastOnFirstLine).toEqual({ line: 0, at: 6 })
})
