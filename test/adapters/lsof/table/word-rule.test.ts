import { expect, test } from 'vitest'
import { lsof } from '../../../../adapters/lsof/index.js'
import { WordRules } from '../../../../adapters/lsof/table/word-rule.js'
import { Replacement } from '../../../../src/redact/replacement.js'
import { redactText } from '../../../../src/redact/text.js'
import { countedLines, findings, read } from '../read.js'

const TITLES = 'COMMAND   PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME\n'
const ROW = 'mapper  18171 root mem    REG  254,0      100 2147514 /tmp/lab/d/plain\n'

test.each([
  ['look at 08:43:10', true],
  ['look', true],
  ['mapper  18171 root', false],
  ['root mem    REG', false],
  ['root mem-W  REG', false],
  ['root DEL    REG', false],
])('a rule may be made of these words, unless they look like a row: %s', (text, expected) => {
  const bytes = Buffer.from(text)
  expect(new WordRules().mayBe(bytes, 0, bytes.length)).toBe(expected)
})

test('the words of a rule, and of a line that is none, do not show in a redacted copy', () => {
  const replacement = new Replacement((message) => new Uint8Array(64).fill(message.length + 7))
  const text = `${TITLES}${ROW}for alice 08:43:10\n${TITLES}${ROW}alice is here, a long line\n${ROW}for alice 08:43:11\n`
  const out = redactText(lsof, 'table', Buffer.from(text), replacement, () => {})
  expect(out?.length).toBe(text.length)
  expect(Buffer.from(out!).toString('latin1')).not.toContain('alice')
})

test('words between two looks are a rule', () => {
  const views = read(`${TITLES}${ROW}look at 08:43:10\n${TITLES}${ROW}look at 08:43:11\n`)
  expect(views.flatMap(findings)).toEqual([])
  expect(views.map(({ lines }) => lines.footers)).toEqual([1, 1])
  expect(countedLines(views)).toBe(6)
})

test('words that no titles follow, and rows, are no rule', () => {
  const views = read(`${TITLES}${ROW}look at me\n${ROW}mapper  18171 ro\n${TITLES}${ROW} mem REG\n${TITLES}${ROW}mapp`)
  const told = views.flatMap(({ diagnostics }) => [...diagnostics].map(({ code, line, byte }) => [code, line, byte]))
  expect(told.map(([code, line]) => [code, line])).toEqual([
    ['bad-column', 3],
    ['bad-column', 5],
    ['bad-column', 8],
    ['bad-column', 11],
  ])
  expect(countedLines(views)).toBe(11)
  expect(told[0]![2]).toBeGreaterThanOrEqual(TITLES.length + ROW.length)
  expect(told[0]![2]).toBeLessThanOrEqual(TITLES.length + ROW.length + 'look at me'.length)
})
