import { expect, test } from 'vitest'
import { MOST_NEW_COUNTERS } from '../../../adapters/smaps/field-reader.js'
import { smaps } from '../../../adapters/smaps/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const read = (text: string): View => parse(smaps, new TextEncoder().encode(text))[0]!
const write = (view: View): string => new TextDecoder().decode(joined(format(smaps, view)))

const HEADER = '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n'

test('a field that no kernel prints is a counter, noted once a text', () => {
  const record = `${HEADER}Rss:                   4 kB\nFuture_Thing:         12 kB\nVmFlags: rd wr \n`
  const view = read(record + record)
  expect(view.table.at(1).counters).toEqual({ Rss: 4096, Future_Thing: 12 * 1024 })
  expect([...view.diagnostics]).toMatchObject([
    { code: 'unknown-field', line: 3, column: 0, byte: 49 + 28, length: 12 },
  ])
  expect(write(view)).toBe(record + record)
})

test('a flag that no kernel prints is kept, noted once a text', () => {
  const text = `${HEADER}VmFlags: rd zz \n${HEADER}VmFlags: rd zz qqq \n`
  const view = read(text)
  expect(view.table.vmFlags(1)).toEqual(['rd', 'zz', 'qqq'])
  expect([...view.diagnostics]).toMatchObject([
    { code: 'unknown-flag', line: 2, column: 12, length: 2 },
    { code: 'unknown-flag', line: 4, column: 15, length: 3 },
  ])
  expect(write(view)).toBe(text)
})

test.each([
  ['Label:          [anon:dalvik-main space (region space)]', 'Label', '[anon:dalvik-main space (region space)]'],
  ['Future_Count:         12', 'Future_Count', '12'],
  ['Future_Size:          12 MB', 'Future_Size', '12 MB'],
  ['Future_Empty:', 'Future_Empty', ''],
])('%s is kept as text', (line, name, value) => {
  const text = `${HEADER}${line}\nRss:                   4 kB\nVmFlags: rd \n`
  const view = read(text)
  expect(view.table.at(0)).toMatchObject({ counters: { Rss: 4096 }, extra: { [name]: value } })
  expect([...view.diagnostics]).toMatchObject([{ code: 'unknown-field', line: 2, column: 0, field: name }])
  expect(write(view)).toBe(text)
})

test('Name: of Android is kept as text and is nothing new, also when it goes on in the next line', () => {
  const text = `${HEADER}Name:           [anon:two\nlines]\nRss:                   4 kB\n`
  const view = read(text)
  expect(view.table.extra(0)).toEqual({ Name: '[anon:two\nlines]' })
  expect([...view.diagnostics]).toMatchObject([{ code: 'continued-name', line: 3, column: 0, length: 6 }])
  expect(write(view)).toBe(text)
})

test('text fields keep their order and their place in every record', () => {
  const text = `${HEADER}Name:           [anon:a]\nRss:                   4 kB\n${HEADER}Rss:                   4 kB\nName:           [anon:b]\nOther: x \n`
  expect(write(read(text))).toBe(text)
})

test.each([
  ['Rss:  4 kB'],
  ['Rss:\t4 kB'],
  ['Rss:                 004 kB'],
  ['Rss:                   0 kB '],
  ['  Rss:                 4 kB'],
  ['Rss:                   4 kB\r'],
  ['Rss:4kB'],
  ['A_Very_Long_Name_That_Is_New:     4 kB'],
  ['VmFlags:'],
  ['VmFlags: rd wr'],
  ['VmFlags:  rd  wr '],
  ['VmFlags: rd\twr \r'],
])('odd spacing comes back: %j', (line) => {
  const text = `${HEADER}${line}\n${HEADER}${line}\n`
  const view = read(text)
  expect(write(view)).toBe(text)
  expect(view.lines.parts).toBe(2)
  expect(view.table.extra(1)).toBeUndefined()
})

test('a column is made for a limited number of new names; the others are kept as text', () => {
  const lines = Array.from({ length: MOST_NEW_COUNTERS + 3 }, (_, i) => `New_${i}:                 1 kB\n`).join('')
  const view = read(HEADER + lines)
  expect(view.table.columns.counters.size).toBe(MOST_NEW_COUNTERS)
  expect(Object.keys(view.table.extra(0) ?? {})).toHaveLength(3)
  expect(write(view)).toBe(HEADER + lines)
})
