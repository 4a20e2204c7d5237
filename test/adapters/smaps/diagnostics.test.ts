import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const read = (text: string): View => parse(smaps, new TextEncoder().encode(text))[0]!
const write = (view: View): string => new TextDecoder().decode(joined(format(smaps, view)))

const HEADER = '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n'
const RSS = 'Rss:                   4 kB\n'

test.each([
  ['above 2^53', 'Rss:            18446744073709551612 kB', 16, 23],
  ['negative', 'Rss:                  -4 kB', 22, 5],
  ['with another unit', 'Rss:                   4 MB', 23, 4],
  ['without a number', 'Rss:', 4, 0],
])('a counter %s is reported and kept out', (_, line, column, length) => {
  const text = `${HEADER}${line}\n${HEADER}${RSS}`
  const view = read(text)
  expect([...view.diagnostics]).toMatchObject([
    { code: 'bad-counter', line: 2, column, byte: HEADER.length + column, length, field: 'Rss' },
  ])
  expect(view.table.counter(0, 'Rss')).toBeUndefined()
  expect(view.table.counter(1, 'Rss')).toBe(4096)
  expect(view.lines).toEqual({ regions: 2, parts: 1, headings: 0, footers: 0, rejected: 1 })
  expect(write(view)).toBe(HEADER + HEADER + RSS)
})

test('the largest exact number is a counter', () => {
  const text = `${HEADER}Rss:            9007199254740991 kB\n${HEADER}Rss:            9007199254740991 kB\n`
  const view = read(text)
  expect(view.table.columns.counters.get('Rss')?.printed(1)).toBe(Number.MAX_SAFE_INTEGER)
  expect([...view.diagnostics]).toEqual([])
  expect(write(view)).toBe(text)
})

test('the first of two counters counts, the second is kept out', () => {
  const view = read(`${HEADER}${RSS}Pss:                   1 kB\nRss:                   9 kB\n${HEADER}${RSS}${RSS}`)
  expect([...view.diagnostics]).toMatchObject([
    { code: 'duplicate-counter', line: 4, column: 0, length: 3, field: 'Rss' },
    { code: 'duplicate-counter', line: 7, column: 0, length: 3, field: 'Rss' },
  ])
  expect(view.table.counter(0, 'Rss')).toBe(4096)
  expect(view.lines).toMatchObject({ regions: 2, parts: 3, rejected: 2 })
})

test('the first of two lines of flags counts, the second is kept out', () => {
  const view = read(`${HEADER}VmFlags: rd \nVmFlags: wr \n`)
  expect([...view.diagnostics]).toMatchObject([{ code: 'duplicate-counter', line: 3, length: 7, field: 'VmFlags' }])
  expect(view.table.vmFlags(0)).toEqual(['rd'])
  expect(view.lines.rejected).toBe(1)
})

test('a counter before any header is kept out', () => {
  const view = read(`${RSS}${HEADER}${RSS}`)
  expect([...view.diagnostics]).toMatchObject([{ code: 'orphan-counter', line: 1, column: 0, length: 3 }])
  expect(view.lines).toMatchObject({ regions: 1, parts: 1, rejected: 1 })
})

test('the counters below a bad header are kept out of the region before', () => {
  const view = read(
    `${HEADER}Size:                  4 kB\n7f0000002000-7f0000003000 rw? 00000000 00:00 0 \n${RSS}${HEADER}${RSS}`,
  )
  expect([...view.diagnostics].map(({ code, line }) => [code, line])).toEqual([
    ['bad-perms', 3],
    ['orphan-counter', 4],
  ])
  expect([...view.table].map(({ counters }) => counters)).toEqual([{ Size: 4096 }, { Rss: 4096 }])
  expect(view.lines).toMatchObject({ regions: 2, parts: 2, rejected: 2 })
})

test('a line that is nothing is kept out, a blank line is passed over', () => {
  const view = read(`${HEADER}\nno such thing\n${RSS}`)
  expect([...view.diagnostics]).toMatchObject([{ code: 'unrecognised-line', line: 3, column: 0, length: 13 }])
  expect(view.lines).toEqual({ regions: 1, parts: 1, headings: 0, footers: 1, rejected: 1 })
  expect(view.table.counter(0, 'Rss')).toBe(4096)
})

test('an odd spacing is noted once', () => {
  const view = read(`${HEADER}Rss: 4 kB\n${HEADER}Rss: 7 kB\n`)
  expect([...view.diagnostics]).toMatchObject([{ code: 'odd-spacing', line: 2, column: 4, length: 1, field: 'Rss' }])
})
