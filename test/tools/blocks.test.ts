import { expect, test } from 'vitest'
import { shape } from '../../tools/readme/blocks.js'

test.each([
  ['"pid":979,"a"', '"pid":7346,"a"'],
  ['pid 12, node', 'pid 12345, node'],
  ['1.5 MiB', '684.2 MiB'],
  ['at 3:14.', 'at 123:4.'],
])('%s and %s have one shape', (one, other) => {
  expect(shape(one)).toBe(shape(other))
})
