import { expect, test } from 'vitest'
import { WideColumns } from '../../../../adapters/pmap/projection/wide-columns.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import { TableBuilder } from '../../../../src/model/builder.js'
import { copyCounters, copyMapping, copyVmFlags } from '../../../../src/model/copy.js'
import type { RegionTable } from '../../../../src/model/table.js'
import { parse } from '../../../../src/ops/parse.js'

const record = (range: string, name: string, size: number, flags: string): string =>
  `${`${range} rw-p 00001000 fe:01 77`.padEnd(72)} ${name}\nSize:           ${String(size).padStart(8)} kB\n` +
  `Rss:                   4 kB\nVmFlags: ${flags} \n`

const TEXT =
  record('7f00a0500000-7f00a0502000', '/usr/lib/a.so', 8, 'rd wr mr') +
  record('7f00a0600000-7f00a0602000', '/usr/lib/a.so', 12, 'rd wr') +
  record('7f00a0700000-7f00a0702000', '/srv/b', 8, 'rd ?? wr')

const read = (): RegionTable => {
  const [view] = parse(smaps, new TextEncoder().encode(TEXT))
  return view?.table as RegionTable
}

/** The plain way: every row copied, field by field. */
function copied(table: RegionTable): RegionTable {
  const builder = new TableBuilder()
  for (let row = 0; row < table.length; row++) {
    builder.openRow(table.line(row))
    copyMapping(builder, table, row)
    copyCounters(builder, table, row)
    copyVmFlags(builder, table, row)
  }
  return builder.build()
}

test('columns that are taken over say what copied rows say', () => {
  const table = read()
  const wide = new WideColumns(table, true)
  expect([...wide.readAll()]).toEqual([
    [1, ['guard-page']],
    [2, ['flags-cut']],
  ])
  const expected = [...copied(read())]
  const [first, second, third] = expected
  expect([...wide.build()]).toEqual([first, { ...second, end: 0x7f00a0603000n }, { ...third, vmFlags: ['rd'] }])
})

test('the table that they are of stays as it was', () => {
  const table = read()
  const before = [...table]
  const wide = new WideColumns(table, false)
  wide.readAll()
  for (let row = 0; row < table.length; row++) wide.pathnameId(row, table.columns.names.internText('[ anon ]'))
  expect(wide.build().pathname(1)).toBe('[ anon ]')
  expect(wide.build().vmFlags(1)).toBeUndefined()
  expect([...table]).toEqual(before)
})
