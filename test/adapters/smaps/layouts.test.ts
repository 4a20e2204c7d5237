import { expect, test } from 'vitest'
import { smaps } from '../../../adapters/smaps/index.js'
import type { View } from '../../../src/adapter.js'
import { fieldsOfKernel } from '../../../src/kernel/smaps-fields.js'
import { TableBuilder } from '../../../src/model/builder.js'
import { copyCounters, copyMapsFields, copyVmFlags } from '../../../src/model/copy.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'
import { referenceSmaps } from '../../reference/smaps.js'
import { RECORDS, ROLLUP } from './kernels.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): View => parse(smaps, bytes(text))[0]!
const write = (view: View): string => new TextDecoder().decode(joined(format(smaps, view)))

/** The same regions without a layout, as a view of another adapter has them. */
function withoutLayouts(view: View): View {
  const builder = new TableBuilder()
  for (let row = 0; row < view.table.length; row++) {
    builder.openRow(0)
    copyMapsFields(builder, view.table, row)
    copyCounters(builder, view.table, row)
    copyVmFlags(builder, view.table, row)
  }
  return { ...view, table: builder.build() }
}

const texts = Object.entries({ ...RECORDS, '6.12 rollup': ROLLUP })

test.each(texts)('Linux %s comes back byte for byte, without findings', (_, text) => {
  const view = read(text)
  expect(write(view)).toBe(text)
  expect([...view.diagnostics]).toEqual([])
  expect(view.lines.regions + view.lines.parts).toBe(text.split('\n').length - 1)
})

test.each(texts)('Linux %s reads as the reference reads it', (_, text) => {
  expect([...read(text).table]).toEqual(referenceSmaps(bytes(text)))
})

test.each(
  Object.entries(RECORDS),
)('the fields of Linux %s are those of the vocabulary, in its order', (version, text) => {
  const record = text.split('\n').slice(1, text.split('\n').indexOf('', 1))
  const printed = record
    .slice(
      0,
      record.findIndex((line) => /^[0-9a-f]+-/.test(line)),
    )
    .map((line) => line.split(':')[0])
  const optional = (name: string): boolean => printed.includes(name)
  const expected = fieldsOfKernel(version)
    .filter((field) => field.only === undefined || (field.only !== 'rollup' && optional(field.name)))
    .map((field) => field.name)
  expect(printed.filter((name) => name !== 'VmFlags')).toEqual(expected)
})

test.each(Object.keys(RECORDS))('the vocabulary knows one spacing of each field of Linux %s', (version) => {
  const spacings = fieldsOfKernel(version).map((field) => field.spacings.length)
  expect(new Set(spacings)).toEqual(new Set([1]))
  for (const field of fieldsOfKernel(version)) {
    const line = RECORDS[version]!.split('\n').find((text) => text.startsWith(`${field.name}:`))
    if (line !== undefined) expect(line).toContain(field.spacings[0]!.text)
  }
})

test('records laid out alike share one layout', () => {
  expect(read(RECORDS['6.6']!).table.columns.layouts).toHaveLength(1)
  expect(read(RECORDS['3.10']!).table.columns.layouts).toHaveLength(2)
})

test('a view without layouts is written as the newest kernel prints it', () => {
  expect(write(withoutLayouts(read(RECORDS['6.6']!)))).toBe(RECORDS['6.6'])
  expect(write(withoutLayouts(read(ROLLUP)))).toBe(ROLLUP)
  expect(
    write(withoutLayouts(read(RECORDS['2.6.14']!)))
      .split('\n')
      .slice(1, 7),
  ).toEqual([
    'Size:                552 kB',
    'Rss:                 484 kB',
    'Shared_Clean:        476 kB',
    'Shared_Dirty:          0 kB',
    'Private_Clean:         8 kB',
    'Private_Dirty:         0 kB',
  ])
})

test('a 32-bit kernel’s header comes back', () => {
  const text = `00410000-006df000 r-xp 00000000 00:02 76         /usr/bin/perl\nSize:               2876 kB\n`
  const view = read(text)
  expect(view.dialect).toBe('32bit')
  expect(write(view)).toBe(text)
})
