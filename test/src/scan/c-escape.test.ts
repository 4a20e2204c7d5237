import { expect, test } from 'vitest'
import { escapedByte, escapeSize } from '../../../src/scan/c-escape.js'

test.each([
  ['a', 1, 0x61],
  ['\\n', 2, 0x0a],
  ['\\\\', 2, 0x5c],
  ['\\xff', 4, 0xff],
  ['^A', 2, 0x01],
  // Nothing that an escape begins with is one by itself.
  ['\\', 1, 0x5c],
  ['\\q', 1, 0x5c],
  ['\\xf', 1, 0x5c],
  ['\\xfg', 1, 0x5c],
  ['\\xFF', 1, 0x5c],
  ['^', 1, 0x5e],
  ['^a', 1, 0x5e],
])('%j: %i bytes spell %i', (printed, size, byte) => {
  const bytes = Buffer.from(printed, 'latin1')
  expect([escapeSize(bytes, 0), escapedByte(bytes, 0)]).toEqual([size, byte])
})
