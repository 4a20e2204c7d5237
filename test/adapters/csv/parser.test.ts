import { expect, test } from 'vitest'
import { csv } from '../../../adapters/csv/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const HEADING = 'view,pid,start,end,pathname\n'

const read = (text: string): readonly View[] => parse(csv, Buffer.from(text))
const findings = (views: readonly View[]): readonly string[] =>
  views.flatMap(({ diagnostics }) =>
    [...diagnostics].map(({ code, line, column, field }) => `${code} ${line}:${column} ${field ?? ''}`.trim()),
  )
const starts = ([view]: readonly View[]): readonly unknown[] => [...view!.table].map(({ start }) => start)

test('a row of several lines is a region and its parts', () => {
  const [view] = read(`${HEADING}maps:64bit,1,0x1,0x2,"/a\nb\nc"\nmaps:64bit,1,0x2,0x3,/d\n`)
  expect(view!.lines).toEqual({ regions: 2, parts: 2, headings: 1, footers: 0, rejected: 0 })
  expect([view!.table.line(0), view!.table.line(1)]).toEqual([2, 5])
  expect(view!.table.pathname(0)).toBe('/a\nb\nc')
})

test('a wrong cell on a later line of its row is shown there, and keeps all its lines out', () => {
  const views = read('view,pathname,start\nmaps:64bit,"/a\nb",7\n')
  expect(findings(views)).toEqual(['bad-start 3:3 start'])
  expect(views[0]!.lines).toMatchObject({ regions: 0, rejected: 2 })
})

test('a stray quote costs its own row alone', () => {
  const rows = Array.from(
    { length: 100 },
    (_, index) => `maps:64bit,1,0x${index + 16},0xff,${index === 50 ? '"' : ''}/x`,
  )
  const views = read(`${HEADING}${rows.join('\n')}\n`)
  expect(findings(views)).toEqual(['cut-short 52:23'])
  expect(starts(views)).toHaveLength(99)
})

test('a stray quote in every row costs every row, and no more time', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `maps:64bit,1,0x${index + 16},0xff,"/x`)
  const views = read(`${HEADING}${rows.join('\n')}\n`)
  expect(views[0]!.lines.rejected).toBe(20_000)
})

test('what a heading does not name, the view does not say', () => {
  const [view] = read('pid,start,end,Rss\n1,0x1000,0x2000,4096\n')
  expect([...view!.says]).toEqual(['start', 'end', 'counters'])
  expect(view).toMatchObject({ adapter: 'csv', dialect: 'regions', process: { pid: 1 } })
})

test('the view is a copy of the one that its first column names', () => {
  const [view] = read(`${HEADING}lsof:fields0,1,0x1,0x2,/a\n`)
  expect(view).toMatchObject({ adapter: 'lsof', dialect: 'fields0' })
})

test('a heading that is repeated is one', () => {
  expect(read(`${HEADING}${HEADING}`)[0]!.lines).toMatchObject({ headings: 2, regions: 0 })
})

test('bars stand between the cells of osqueryi --csv', () => {
  const [view] = read(
    'pid|start|end|permissions|offset|device|inode|path|pseudo\n7|0x1000|0x2000|r--p|0|fd:01|9|/a,b|0\n',
  )
  expect([...view!.table]).toEqual([
    {
      start: 0x1000n,
      end: 0x2000n,
      perms: 'r--p',
      offset: 0n,
      device: { major: 0xfd, minor: 1 },
      inode: 9n,
      pathname: '/a,b',
    },
  ])
})

test('lines that end in CR LF are read, and what is in quotes keeps its own', () => {
  const [view] = read(`${HEADING}maps:64bit,1,0x1,0x2,/a\n`.replaceAll('\n', '\r\n'))
  expect(view!.table.pathname(0)).toBe('/a')
  expect(read(`${HEADING}maps:64bit,1,0x1,0x2,"/a\r\nb"\n`)[0]!.table.pathname(0)).toBe('/a\r\nb')
})

test('no views at all are a heading', () => {
  expect(Buffer.from(joined(format(csv, []))).toString()).toBe(
    'view,start,end,perms,offset,device_major,device_minor,inode,pathname,vm_flags\n',
  )
})
