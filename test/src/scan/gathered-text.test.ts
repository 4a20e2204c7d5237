import { expect, test } from 'vitest'
import { GatheredText } from '../../../src/scan/gathered-text.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function gathered(...lines: readonly string[]): GatheredText {
  const text = new GatheredText()
  // What stands around a line in its buffer is not the line's.
  for (const line of lines) text.add(bytes(`<${line}>`), 1, 1 + bytes(line).length)
  return text
}

test('every line has its newline again', () => {
  const text = gathered('{', '', ' "a":1', '}')
  expect(Buffer.from(text.bytes).toString()).toBe('{\n\n "a":1\n}\n')
  expect(text.lines).toBe(4)
})

test('a byte is known by its line, and a newline is of the line before it', () => {
  const text = gathered('ab', '', 'c')
  expect([0, 1, 2, 3, 4, 5, 99].map((at) => text.lineOf(at))).toEqual([1, 1, 1, 2, 3, 3, 3])
  expect([1, 2, 3, 4].map((line) => [text.from(line), text.to(line)])).toEqual([
    [0, 2],
    [3, 3],
    [4, 5],
    [6, 6],
  ])
})

test('nothing gathered is an empty text', () => {
  const text = gathered()
  expect([text.bytes.length, text.lines, text.lineOf(0), text.from(1), text.to(1)]).toEqual([0, 0, 1, 0, 0])
})

test('lines longer than the room there is find room', () => {
  const lines = ['a'.repeat(5000), 'b'.repeat(100_000), 'c']
  const text = gathered(...lines)
  expect(Buffer.from(text.bytes).toString()).toBe(`${lines.join('\n')}\n`)
  expect([text.from(3), text.to(3)]).toEqual([105_002, 105_003])
})
