import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ndjson } from '../../../adapters/ndjson/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse, Reader } from '../../../src/ops/parse.js'

const read = (...lines: readonly string[]): readonly View[] => parse(ndjson, Buffer.from(`${lines.join('\n')}\n`))
const region = (start: number, rest = ''): string =>
  `{"schema":"memmaps.region/1"${rest},"start":"${start.toString(16)}"}`
const heading = (rest = ''): string => `{"schema":"memmaps.heading/1"${rest}}`
const starts = (views: readonly View[]): readonly unknown[] =>
  views.map(({ table }) => [...table].map(({ start }) => Number(start)))

test('a line is told of as soon as it is there', () => {
  const reader = new Reader(ndjson)
  const line = Buffer.from(`${region(1)}\n`)
  for (let i = 0; i < 1000; i++) reader.push(line)
  const [view] = reader.end()
  expect(view!.table.length).toBe(1000)
  expect(view!.table.line(999)).toBe(1000)
})

test('regions without keys belong to the heading above them', () => {
  const views = read(heading(',"process":{"pid":1}'), region(1), region(2, ',"pid":1'), heading(), region(3))
  expect(starts(views)).toEqual([[1, 2], [3]])
  expect(views.map(({ process }) => process)).toEqual([{ pid: 1 }, undefined])
})

test('keys of another process begin a view', () => {
  const views = read(
    region(1, ',"pid":1'),
    region(2, ',"pid":1,"startTime":"5"'),
    region(3, ',"pid":1,"startTime":"6"'),
  )
  expect(views.map(({ process }) => process)).toEqual([
    { pid: 1 },
    { pid: 1, startTime: 5n },
    { pid: 1, startTime: 6n },
  ])
})

test('a view that does not say where it comes from is not of the adapter before it', () => {
  const views = read(heading(',"adapter":"lsof","dialect":"table","says":["pathname"]'), heading(), region(1))
  expect(views.map(({ adapter, dialect }) => `${adapter}:${dialect}`)).toEqual(['lsof:table', 'ndjson:regions'])
})

test('a bad heading hands none of its regions to the view before', () => {
  const views = read(region(1, ',"pid":1'), heading(',"process":{"pid":-2}'), region(2, ',"pid":1'))
  expect(starts(views)).toEqual([[1], [2]])
})

test('the caret of a finding stands under its value', () => {
  const [view] = read(region(1), region(2, ',"inode":7'))
  const [finding] = [...view!.diagnostics]
  expect(finding).toMatchObject({ code: 'bad-schema', line: 2, column: 37, length: 1, field: 'inode' })
})

test('the findings of a view stand in its heading', () => {
  const [view] = read(region(1), 'oops')
  const text = Buffer.from(joined(format(ndjson, view!, { dialect: 'regions' }))).toString()
  expect(text).toContain('"diagnostics":[{"code":"bad-json","severity":"error","line":2,')
})

test('a row of osquery below regions begins a view, even of the same process', () => {
  const row = '{"pid":"7","start":"0x1","end":"0x2","permissions":"r--p","path":"/a"}'
  const views = read(heading(',"process":{"pid":7}'), region(1), row)
  expect(views.map(({ dialect, process }) => [dialect, process?.pid])).toEqual([
    ['regions', 7],
    ['osquery', 7],
  ])
})

test('whatever stands on a line, the line is accounted for', () => {
  fc.assert(
    fc.property(fc.array(fc.json({ maxDepth: 3 }), { minLength: 1, maxLength: 4 }), (lines) => {
      const views = read(...lines)
      const told = views.flatMap(({ lines: counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0)
      expect(told).toBe(lines.length)
    }),
    { seed: 20, numRuns: 500 },
  )
})
