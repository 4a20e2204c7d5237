import { expect, test } from 'vitest'
import type { View } from '../../../src/adapter.js'
import { findings, read } from './views.js'

const view = (regions: string, rest = ''): string => `{"schema":"memmaps.view/1",${rest}"regions":[${regions}]}`

const lineSum = (views: readonly View[]): number =>
  views.flatMap(({ lines }) => Object.values(lines)).reduce((sum, count) => sum + count, 0)

test('a missing field stays missing', () => {
  expect([...read(view('{"start":"1000"},{}'))[0]!.table]).toEqual([{ start: 0x1000n }, {}])
})

test.each([
  ['', 'bad-json 1:1'],
  ['{"a":}', 'bad-json 1:6'],
  ['{"a":1,\n "b":[1,2\n', 'bad-json 2:10'],
  ['{"a":1}\n{}', 'bad-json 2:1'],
  ['{"a":"\t"}', 'bad-json 1:7'],
  ['{"a":"\\x"}', 'bad-json 1:7'],
  ['[01]', 'bad-json 1:2'],
  ['nul', 'bad-json 1:1'],
  ['[]', 'bad-schema 1:1'],
  ['{"schema":"memmaps.view/2","regions":[]}', 'bad-schema 1:1'],
  ['{"schema":"memmaps.view/1"}', 'bad-schema 1:1'],
])('%j is %s', (text, finding) => {
  const views = read(text)
  expect(views.flatMap(findings)).toEqual([finding])
  expect(lineSum(views)).toBe(text === '' ? 0 : text.trimEnd().split('\n').length)
})

test('bytes that are no UTF-8 are no JSON', () => {
  const text = Buffer.from(view('{"pathname":"a~b"}').replace('~', '\xff'), 'latin1')
  expect(findings(read(text)[0])[0]).toMatch(/^bad-json/)
})

test.each([
  ['"start":4096', 'bad-schema', 'start'],
  ['"start":"0x1000"', 'bad-schema', 'start'],
  ['"end":"10000000000000000"', 'bad-schema', 'end'],
  ['"inode":"18446744073709551616"', 'bad-schema', 'inode'],
  ['"inode":"007"', 'bad-schema', 'inode'],
  ['"perms":"rwxq"', 'bad-schema', 'perms'],
  ['"device":{"major":1}', 'bad-schema', 'device'],
  ['"device":{"major":1,"minor":4294967296}', 'bad-schema', 'device'],
  ['"pathname":null', 'bad-schema', 'pathname'],
  ['"pathname":"\\ud800"', 'bad-text', 'pathname'],
  ['"pathname":"a","pathnameBase64":"Yg=="', 'bad-base64', 'pathnameBase64'],
  ['"counters":{"Rss":"1000"}', 'bad-counter', 'counters.Rss'],
  ['"counters":{"Rss":1024}', 'bad-schema', 'counters'],
  ['"counters":{"Rss":"18446744073709550592"}', 'bad-counter', 'counters.Rss'],
  ['"counters":{"THPeligible":"9007199254740992"}', 'bad-counter', 'counters.THPeligible'],
  ['"vmFlags":["rd"],"vmFlagsBase64":"cv8="', 'bad-base64', 'vmFlagsBase64'],
  ['"vmFlags":["rd ex"]', 'bad-schema', 'vmFlags'],
  ['"file":{"size":1}', 'bad-schema', 'file.size'],
  ['"extra":{"a":1}', 'bad-schema', 'extra'],
])('a region with %s is kept out', (field, code, path) => {
  const [one] = read(`{"schema":"memmaps.view/1","regions":[\n{"start":"1"},\n{${field}},\n{"start":"2"}\n]}`)
  expect(findings(one)).toEqual([expect.stringMatching(new RegExp(`^${code} 3:\\d+ regions\\[1\\]\\.${path}$`))])
  expect([...one!.table].map(({ start }) => start)).toEqual([1n, 2n])
  expect([one!.table.line(0), one!.table.line(1)]).toEqual([2, 4])
  expect(one!.lines).toEqual({ regions: 2, parts: 0, headings: 2, footers: 0, rejected: 1 })
})

test('a key that the schema does not have is told of', () => {
  const [one] = read(view('{"start":"1","size":4096}', '"colour":"red",'))
  expect(findings(one)).toEqual(['unread-key 1:37 colour', 'unread-key 1:74 regions[0].size'])
  expect(one!.table.length).toBe(1)
})

test('the caret of a finding stands under its value', () => {
  const [{ diagnostics }] = read(view('{"start":"xyz","end":"2"}')) as [View]
  const [{ excerpt, column, excerptColumn, length }] = [...diagnostics] as [
    typeof diagnostics extends Iterable<infer T> ? T : never,
  ]
  expect(
    Buffer.from(excerpt)
      .toString()
      .slice(column - excerptColumn, column - excerptColumn + length),
  ).toBe('"xyz"')
})

test('a view names the adapter it is a copy of', () => {
  const [one] = read(view('', '"adapter":"lsof","dialect":"fields","says":["pathname"],"source":{"kernel":"6.1"},'))
  expect(one).toMatchObject({
    adapter: 'lsof',
    dialect: 'fields',
    says: new Set(['pathname']),
    source: { kernel: '6.1' },
  })
})

test('a process of the wrong shape is left out, and told of', () => {
  const [one] = read(view('{"start":"1"}', '"process":{"pid":"7"},'))
  expect(findings(one)).toEqual(['bad-schema 1:45 process.pid'])
  expect(one!.process).toBeUndefined()
  expect(one!.table.length).toBe(1)
})

test('fields we do not know keep their names, order and bytes', () => {
  const pairs = [
    ['b', 'x'],
    ['1', 'y'],
    ['b', '\xff'],
  ].map((pair) => pair.map((one) => Buffer.from(one, 'latin1').toString('base64')))
  const [one] = read(view(`{"extraBase64":${JSON.stringify(pairs)}}`))
  expect([...one!.table.columns.extras!.get(0)!].map(([name]) => one!.table.columns.names.text(name))).toEqual([
    'b',
    '1',
    'b',
  ])
})

test('several regions may stand on one line, and one on several', () => {
  const text = `${view('{"start":"1"},{"start":"2"},\n{\n"start":"3"}')}\n`
  const [one] = read(text)
  expect([0, 1, 2].map((row) => one!.table.line(row))).toEqual([1, 1, 2])
  expect(lineSum([one!])).toBe(3)
})

test('a byte order mark is no part of the text', () => {
  expect(read(`\ufeff${view('{"start":"1"}')}`)[0]!.table.length).toBe(1)
})

test('nesting without end is no danger', () => {
  expect(findings(read('['.repeat(1_000_000))[0])).toEqual(['bad-json 1:1000001'])
  expect(read('['.repeat(100_000) + ']'.repeat(100_000))[0]!.diagnostics.count('bad-schema')).toBe(1)
})

test('a line is rejected only when no region of it is kept', () => {
  const [one] = read(view('{"start":1},{"start":"2"},\n{"start":3},{"start":4}'))
  expect(one!.lines).toEqual({ regions: 1, parts: 0, headings: 0, footers: 0, rejected: 1 })
  expect(one!.diagnostics.count('bad-schema')).toBe(3)
})

test('the sums of a text are read, and point at their lines', () => {
  const text = view('{"start":"1"}').replace(
    /}$/,
    ',"totals":[\n{"name":"Size","value":"4096"},\n{"name":"shared","value":"0"}]}',
  )
  expect(read(text)[0]!.totals).toEqual([
    { name: 'Size', value: 4096n, line: 2 },
    { name: 'shared', value: 0n, line: 3 },
  ])
})

test('sums of the wrong shape are left out, and told of', () => {
  const [one] = read(view('{"start":"1"}', '"totals":[{"name":"Size","value":4096}],'))
  expect(findings(one)).toEqual(['bad-schema 1:37 totals'])
  expect(one!.totals).toEqual([])
})
