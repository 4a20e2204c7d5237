import { expect, test } from 'vitest'
import {
  dateBy,
  datingText,
  type Evidence,
  isProvedSince,
  isProvedUntil,
  releaseBefore,
} from '../../../src/kernel/dating.js'

const shows = (span: Pick<Evidence, 'since' | 'until'>): Evidence => ({ what: 'it', view: 0, line: 1, ...span })

test.each([
  ['4.14', '4.13'],
  ['3.0', '2.6.39'],
  ['4.0', '3.19'],
  ['5.0', '4.20'],
  ['6.0', '5.19'],
  ['7.0', '6.19'],
  ['2.6.37', '2.6.36'],
  ['6.10', '6.9'],
])('before %s came %s', (version, before) => {
  expect(releaseBefore(version)).toBe(before)
})

test('the narrowest span of all evidence counts', () => {
  const dating = dateBy([shows({ since: '4.9' }), shows({ since: '4.14', until: '6.5' }), shows({ until: '5.19' })])
  expect([dating.since?.since, dating.until?.until, dating.contradictory]).toEqual(['4.14', '5.19', false])
  expect(isProvedSince(dating, '4.14')).toBe(true)
  expect(isProvedSince(dating, '4.15')).toBe(false)
  expect(isProvedUntil(dating, '5.19')).toBe(true)
  expect(isProvedUntil(dating, '5.18')).toBe(false)
})

test('evidence of no common kernel proves nothing', () => {
  const dating = dateBy([shows({ since: '6.6' }), shows({ until: '5.14' })])
  expect(dating.contradictory).toBe(true)
  expect(isProvedSince(dating, '2.6.12')).toBe(false)
  expect(isProvedUntil(dating, '7.3')).toBe(false)
})

test.each([
  [{}, 'any Linux'],
  [{ since: '6.13' }, 'Linux 6.13 or newer'],
  [{ until: '3.7' }, 'Linux 3.7 or older'],
  [{ since: '4.4', until: '4.4' }, 'Linux 4.4'],
  [{ since: '6.6', until: '6.17' }, 'Linux 6.6 to 6.17'],
])('%o reads %s', (span, text) => {
  expect(datingText(dateBy([shows(span)]))).toBe(text)
})
