import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { maySumUpTo } from '../../../../src/ops/check/uncounted.js'
import { check } from '../../../../src/ops/check.js'
import { parse } from '../../../../src/ops/parse.js'

/** A mapping, the rest of its long line as pmap shows it, another mapping, and the total of both. */
const text = (size: number, total: number): string => `7:   /bin/sleep
0000000000400000     ${size}K r---- aaaa
ffffffffffffffff   4104K r---- aaaa
0000000000500000      8K rw---   [ anon ]
 total              ${total}K
`

const codes = (size: number, total: number): readonly string[] =>
  check(adapters, parse(pmap, new TextEncoder().encode(text(size, total)))).findings.map(({ code }) => code)

test('a total is that of the mappings beside the rest of a long line', () => {
  expect(codes(4, 12)).toEqual([])
  expect(codes(8, 12)).toEqual(['total-mismatch'])
})

test('what pmap may have counted of such a rest is allowed', () => {
  expect(codes(4, 12 + 4104)).toEqual([])
  expect(maySumUpTo(12n, 4n, [8n, 4n])).toBe(true)
  expect(maySumUpTo(8192n, 4096n, [])).toBe(false)
  expect(maySumUpTo(0x2000n, 0x1000n, [0xffffffff00001000n])).toBe(true)
})

test('a kilobyte is lost of what was counted alone', () => {
  expect(maySumUpTo(4096n, 3072n, [8192n])).toBe(false)
  expect(maySumUpTo(12_288n + 1023n, 4096n, [8192n])).toBe(true)
})

test('of a great many such lines nobody knows the total, and that is soon said', () => {
  const sizes = Array.from({ length: 100_000 }, (_, at) => (at < 12 ? 1n << BigInt(at + 20) : 0n))
  expect(maySumUpTo(1n << 60n, 0n, sizes)).toBe(true)
})
