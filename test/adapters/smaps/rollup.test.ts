import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'
import { RECORDS, ROLLUP } from './kernels.js'

const read = (text: string, dialect?: string): View =>
  parse(smaps, Buffer.from(text), dialect === undefined ? {} : { dialect })[0]!
const write = (view: View, dialect?: string): string =>
  Buffer.from(joined(format(smaps, view, dialect === undefined ? {} : { dialect }))).toString()

const NARROW = ROLLUP.replace(/.*\n/, `${'00010000-ffff1000 ---p 00000000 00:00 0'.padEnd(49)}[rollup]\n`)
const RECORD = RECORDS['6.6']!

test.each([
  ['rollup', 'the sums of a 64-bit kernel', ROLLUP],
  ['rollup-32bit', 'those of a 32-bit one', NARROW],
  ['rollup', 'those of several processes', ROLLUP + ROLLUP],
  ['64bit', 'sums above the records of smaps', ROLLUP + RECORD],
  ['64bit', 'a file of that name', RECORD.replace(/(\/\S+)?\n/, ' /d/[rollup]\n')],
])('is %s: %s', (dialect, _, text) => {
  const view = read(text)
  expect(view.dialect).toBe(dialect)
  expect(smaps.detect(Buffer.from(text).subarray(0, 1024))?.dialect).toBe(
    dialect.startsWith('rollup') ? dialect : text.startsWith(ROLLUP) ? 'rollup' : dialect,
  )
  expect(write(view)).toBe(text)
})

test('a dialect that was asked for gives way to the header', () => {
  expect(read(RECORD, 'rollup').dialect).toBe('64bit')
  expect(read(ROLLUP, '64bit').dialect).toBe('rollup')
})

test('does not say what the header’s constants are', () => {
  const says = read(ROLLUP).says
  expect([...says]).toEqual(['start', 'end', 'pathname', 'counters', 'extra'])
})

test('other views are summed up, from the first region to the last before the gate page', () => {
  const gate = 'ffffffffff600000-ffffffffff601000 r-xp 00000000 00:00 0'.padEnd(73)
  const view = read(
    `00400000-00401000 r-xp 00000000 08:01 7${' '.repeat(34)}/x\nSize:                  4 kB\nRss:                   4 kB\n` +
      '7f0000000000-7f0000002000 rw-p 00000000 00:00 0 \nSize:                  8 kB\nRss:                   8 kB\nPss:                   5 kB\n' +
      `${gate}[vsyscall]\nSize:                  4 kB\n`,
  )
  expect(write(view, 'rollup')).toBe(
    `${'00400000-7f0000002000 ---p 00000000 00:00 0'.padEnd(73)}[rollup]\nRss:                  12 kB\nPss:                   5 kB\n`,
  )
  expect(write(read(''), 'rollup')).toBe(`${'00000000-00000000 ---p 00000000 00:00 0'.padEnd(73)}[rollup]\n`)
})
