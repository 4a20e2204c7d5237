import { expect, test } from 'vitest'
import { compareVersions, isWithin } from '../../../src/kernel/version.js'

test.each([
  ['2.6.39', '3.0', -1],
  ['4.9', '4.14', -1],
  ['4.13', '4.13.9', 0],
  ['6.18.44-fc-v669', '6.18', 0],
  ['7.0', '6.19', 1],
])('compares %s with %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign)
  expect(Math.sign(compareVersions(b, a))).toBe(0 - sign)
})

test('a span holds its bounds and their stable releases', () => {
  const span = { since: '3.4', until: '4.13' }
  expect(['3.3.8', '3.4', '4.13', '4.13.9', '4.14'].map((version) => isWithin(version, span))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(isWithin('2.6.9', {})).toBe(true)
})
