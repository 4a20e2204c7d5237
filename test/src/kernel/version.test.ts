import { expect, test } from 'vitest'
import { isWithin } from '../../../src/kernel/version.js'

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
