import { expect, test } from 'vitest'
import { escapedForTerminal } from '../../../src/cli/escape-pieces.js'

function shown(...pieces: readonly string[]): { text: string; told: string[] } {
  const told: string[] = []
  const bytes = pieces.map((piece) => Buffer.from(piece, 'latin1'))
  const text = Buffer.concat([...escapedForTerminal(bytes, (message) => told.push(message))]).toString()
  return { text, told }
}

const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

test('plain text is left alone, and nothing is told', () => {
  expect(shown('a b\n', utf8('été\n'), 'end')).toEqual({ text: 'a b\nété\nend', told: [] })
})

test('control characters are written out, and lines with them are counted', () => {
  const { text, told } = shown('a\x1b[31m\tb\n', 'c\n', '\xff\n')
  expect(text).toBe('a\\x1b[31m\\x09b\nc\n\\xff\n')
  expect(told).toEqual([expect.stringContaining('2 lines')])
})

test('a character that two pieces share is one', () => {
  const letter = utf8('é')
  expect(shown(`a${letter[0]}`, `${letter[1]}\n`).text).toBe('aé\n')
})
