import { expect, test } from 'vitest'
import { compareVersions, isBefore } from '../../../src/model/version.js'

test.each([
  ['2.6.39', '3.0', -1],
  ['4.9', '4.14', -1],
  ['4.13', '4.13.9', 0],
  ['6.18.44-fc-v669', '6.18', 0],
  ['7.0', '6.19', 1],
  ['4.99.4', '4.99.7', -1],
  ['4.99', '4.99.7', 0],
  ['4.0.10', '4.0.9', 1],
  ['no number', '4.0', 0],
])('compares %s with %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign)
  expect(Math.sign(compareVersions(b, a))).toBe(0 - sign)
})

test('a version that is cut short, or that nobody named, is before none of its line', () => {
  expect(isBefore('4.99.4', '4.99.7')).toBe(true)
  expect(isBefore('4.98.0', '4.99')).toBe(true)
  expect(isBefore('4.99', '4.99.7')).toBe(false)
  expect(isBefore(undefined, '4.99.7')).toBe(false)
})
