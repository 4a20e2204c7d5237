import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { maps } from '../../../adapters/maps/index.js'
import { parseAdapterName } from '../../../src/ops/adapter-name.js'

test('a name is an adapter, and a dialect after a colon', () => {
  expect(parseAdapterName(adapters, 'maps')).toEqual({ adapter: maps })
  expect(parseAdapterName(adapters, 'maps:32bit')).toEqual({ adapter: maps, dialect: '32bit' })
})

test.each([
  ['yaml', 'there is no format yaml', /^use one of: maps, /],
  ['', 'there is no format without a name', /^use one of: maps, /],
  ['maps:x', 'maps has no dialect x', /^use one of: maps:64bit, maps:32bit, maps:raw/],
  ['maps:', 'maps has no dialect without a name', /^use one of: maps:64bit/],
  ['maps:toString', 'maps has no dialect toString', /^use one of: maps:64bit/],
])('%j is told to be wrong', (name, message, next) => {
  expect(() => parseAdapterName(adapters, name)).toThrow(
    expect.objectContaining({ code: 'usage', message, next: expect.stringMatching(next) }),
  )
})
