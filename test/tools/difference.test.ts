import { expect, test } from 'vitest'
import { firstDifference } from '../../tools/bytes/difference.js'

const where = (real: string, ours: string): string =>
  firstDifference(new TextEncoder().encode(real), new TextEncoder().encode(ours))

test('the first line that differs is told, and both as they are', () => {
  expect(where('a\nb\tc\nd', 'a\nb c\ne')).toBe('line 2\n  real "b\\tc"\n  ours "b c"')
})

test('so is a line that one of them lacks', () => {
  expect(where('a', 'a\nb')).toBe('line 2\n  real undefined\n  ours "b"')
  expect(where('a\nb', 'a')).toBe('line 2\n  real "b"\n  ours undefined')
})
