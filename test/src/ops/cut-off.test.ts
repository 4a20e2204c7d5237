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
