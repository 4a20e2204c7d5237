import { expect, test } from 'vitest'
import { readKnown, tallyKnown } from '../../../src/validate/known-failures.js'

test('a list has an id a line, and remarks', () => {
  expect([...readKnown('# all of them\nmaps/valid/a  # a blank\n\n maps/valid/b\n')]).toEqual([
    'maps/valid/a',
    'maps/valid/b',
  ])
})

test('what is listed and was not looked for is no fault of the list', () => {
  const known = new Set(['maps/valid/gone', 'captures/6.12/perl/proc/maps'])
  const all = new Set(['maps/valid/a'])
  expect(tallyKnown([], known, all).unknown).toEqual([...known])
  expect(tallyKnown([], known, all, (id) => !id.startsWith('maps/')).unknown).toEqual(['maps/valid/gone'])
})
