import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { lsof } from '../../../adapters/lsof/index.js'
import { maps } from '../../../adapters/maps/index.js'
import { pmap } from '../../../adapters/pmap/index.js'
import { parseAdapterName } from '../../../src/ops/adapter-name.js'

test('a name is an adapter, and a dialect after a colon', () => {
  expect(parseAdapterName(adapters, 'maps')).toEqual({ adapter: maps })
  expect(parseAdapterName(adapters, 'maps:32bit')).toEqual({ adapter: maps, dialect: '32bit' })
})

test('a version follows an at sign', () => {
  expect(parseAdapterName(adapters, 'lsof@4.95')).toEqual({ adapter: lsof, version: '4.95' })
  expect(parseAdapterName(adapters, 'pmap:x@4.0.4')).toEqual({ adapter: pmap, dialect: 'x', version: '4.0.4' })
})

test('a release of Linux may be named as uname prints it', () => {
  expect(parseAdapterName(adapters, 'maps@6.12')).toEqual({ adapter: maps, version: '6.12' })
  const { version } = parseAdapterName(adapters, 'smaps:32bit@6.12.107+deb13-armmp')
  expect(version).toBe('6.12.107+deb13-armmp')
})

test.each([
  ['yaml', 'there is no format yaml', /^use one of: maps, /],
  ['', 'there is no format without a name', /^use one of: maps, /],
  ['maps:x', 'maps has no dialect x', /^use one of: maps:64bit, maps:32bit, maps:raw/],
  ['maps:', 'maps has no dialect without a name', /^use one of: maps:64bit/],
  ['json@6.1', 'json is written in one way, whatever the version', /^leave @6.1 out$/],
  ['maps@6', '6 is no version of maps', /^use one like: maps@2.6.14, .*maps@7.3$/],
  ['smaps@2.6', '2.6 is no version of smaps', /^use one like: smaps@2.6.14, /],
  ['smaps@2.6.13', 'it is not known how Linux 2.6.13 prints smaps', /^name one of 2.6.14 to 7.3$/],
  ['maps@7.4', 'it is not known how Linux 7.4 prints maps', /^name one of 2.6.14 to 7.3$/],
  ['smaps:rollup@4.13', 'smaps 4.13 does not print smaps:rollup', /^it is printed since 4.14$/],
  ['maps:gvisor@6.1', 'maps:gvisor is printed by no Linux, whatever its version', /maps:64bit@6.1$/],
  ['lsof@', 'an empty word is no version of lsof', /^use one like: lsof@4.93.2, /],
  ['pmap@busybox', 'busybox is no version of pmap', /^use one like: pmap@3.2.8, /],
  ['lsof:json@4.95', 'lsof 4.95 does not print lsof:json', /^it is printed since 4.99.7$/],
  [
    'pmap:busybox-1.30@1.38',
    'pmap 1.38 does not print pmap:busybox-1.30',
    /^it is printed since 1.25.0, until 1.37.0$/,
  ],
  ['maps:toString', 'maps has no dialect toString', /^use one of: maps:64bit/],
])('%j is told to be wrong', (name, message, next) => {
  expect(() => parseAdapterName(adapters, name)).toThrow(
    expect.objectContaining({ code: 'usage', message, next: expect.stringMatching(next) }),
  )
})
