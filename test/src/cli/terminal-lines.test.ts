import { expect, test } from 'vitest'
import { TerminalLines } from '../../../src/cli/terminal-lines.js'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('newlines and TABs stay, other control bytes are escaped, and that is known', () => {
  const lines = new TerminalLines()
  expect(lines.push(bytes('a\tb\nc\x1b[31m\nrest'))).toBe('a\tb\nc\\x1b[31m\n')
  expect(lines.escaped).toBe(true)
  expect(lines.end()).toBe('rest')
})

test('a character that two pieces share stays whole', () => {
  const lines = new TerminalLines()
  expect(lines.push(bytes('\xc3'))).toBe('')
  expect(lines.push(bytes('\xa9\n'))).toBe('é\n')
  expect(lines.escaped).toBe(false)
})

test('bytes that are no UTF-8 are escaped', () => {
  const lines = new TerminalLines()
  expect(lines.push(bytes('\xff\n'))).toBe('\\xff\n')
  expect(lines.escaped).toBe(true)
})
