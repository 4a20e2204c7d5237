import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { cutOff } from '../../../src/ops/cut-off.js'
import { parse } from '../../../src/ops/parse.js'

const ROWS = '7:   a\n0000000000001000      4K r---- a\n'

test.each([
  ['without its total', ROWS, ['pmap', '7'], 1],
  ['with it', `${ROWS} total 4K\n`, ['pmap', '7'], 0],
  ['that was called with -q', ROWS, ['pmap', '-pq', '7'], 0],
])('a captured text %s', (_, text, argv, findings) => {
  const pmap = adapters.find(({ name }) => name === 'pmap')!
  const captured = '2026-01-01T00:00:00Z'
  expect(cutOff(parse(pmap, Buffer.from(text), { source: { argv, captured } }))).toHaveLength(findings)
})

const LISTED = 'p7\0\nftxt\0i5\0n/a\0\nfmem\0i6\0'

test.each([
  ['without the last name', LISTED, ['lsof', '-p', '7', '-F0'], 1],
  ['with it', `${LISTED}n/b\0\n`, ['lsof', '-p', '7', '-F0'], 0],
  ['that was asked for names among others', LISTED, ['lsof', '-p', '7', '-F0fin'], 1],
  ['that was asked for other fields alone', LISTED, ['lsof', '-p', '7', '-F0fi'], 0],
])('a captured listing %s', (_, text, argv, findings) => {
  const lsof = adapters.find(({ name }) => name === 'lsof')!
  const captured = '2026-01-01T00:00:00Z'
  const views = parse(lsof, Buffer.from(text), { dialect: 'fields0', source: { argv, captured } })
  expect(cutOff(views)).toHaveLength(findings)
})

test('what a tool printed ends with a line', () => {
  const pmap = adapters.find(({ name }) => name === 'pmap')!
  const source = { argv: ['pmap', '-q', '7'], captured: '2026-01-01T00:00:00Z', endsInLine: true } as const
  const [finding] = cutOff(parse(pmap, Buffer.from(ROWS.slice(0, -1)), { source }))
  expect(finding?.expected?.value).toBe('a newline')
})
