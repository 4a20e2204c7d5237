import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maps } from '../../../adapters/maps/index.js'
import { smaps } from '../../../adapters/smaps/index.js'
import { parse } from '../../../src/ops/parse.js'
import { findings, read, written } from './views.js'

const LINE = '55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 18446744073709551615      /usr/bin/my process\n'

test('a region is a line, and 64-bit values are strings', () => {
  expect(written(parse(maps, Buffer.from(LINE)))).toBe(
    `{"schema":"memmaps.view/1","adapter":"maps","dialect":"64bit","says":["start","end","perms","offset","device","inode","pathname"],"source":{},"regions":[
{"start":"55e9b7394000","end":"55e9b73b5000","perms":"r-xp","offset":"1000","device":{"major":259,"minor":31},"inode":"18446744073709551615","pathname":"/usr/bin/my process"}
],"diagnostics":[]}
`,
  )
})

test('counters are bytes, and those without a unit are as they are', () => {
  const text = `${LINE}Rss:                   9007199254740991 kB\nTHPeligible:    1\nVmFlags: rd ex zz \n`
  const line = written(parse(smaps, Buffer.from(text))).split('\n')[1]
  expect(line).toContain('"counters":{"Rss":"9223372036854774784","THPeligible":"1"},"vmFlags":["rd","ex","zz"]')
})

test('a name that is not UTF-8 has its bytes beside it', () => {
  const text = Buffer.concat([Buffer.from(LINE.slice(0, -1)), Buffer.from([0xff, 0x0a])])
  const view = parse(maps, text)
  expect(written(view)).toContain(
    '"pathname":"/usr/bin/my process\ufffd","pathnameBase64":"L3Vzci9iaW4vbXkgcHJvY2Vzc/8="',
  )
  expect(read(written(view))[0]!.table.pathnameBytes(0)).toEqual(view[0]!.table.pathnameBytes(0))
})

test('no control character is written as it is', () => {
  const name = '/tmp/\u001b[31m\u009b\u202e\u007f'
  const view = parse(maps, Buffer.from(LINE.replace('/usr/bin/my process', name)))
  expect(written(view)).toContain('"pathname":"/tmp/\\u001b[31m\\u009b\\u202e\\u007f"')
  expect(read(written(view))[0]!.table.pathname(0)).toBe(name)
})

test('findings are written with their places, and told of when read back', () => {
  const [view] = parse(maps, Buffer.from(`${LINE}oops\n`))
  const text = written(view!)
  expect(text).toContain(
    '"diagnostics":[{"code":"bad-start","severity":"error","line":2,"column":0,"byte":93,"length":4,"field":"start"}]',
  )
  expect(findings(read(text)[0])).toEqual(['earlier-findings 3:17 diagnostics'])
})

test('only the first findings of a code are written, and the rest are counted', () => {
  const [view] = parse(maps, Buffer.from(`${LINE}${'oops\n'.repeat(130)}`))
  expect(written(view!)).toContain('],"moreDiagnostics":{"bad-start":30}}')
})

test('this very process comes back', () => {
  const [view] = parse(smaps, readFileSync('/proc/self/smaps'))
  const known = { ...view!, process: { pid: 1, cmdline: Uint8Array.of(0x6e, 0, 0xff), startTime: 1n << 63n } }
  const [again] = read(written(known))
  expect([...again!.table]).toEqual([...view!.table])
  expect(again).toMatchObject({ adapter: 'smaps', dialect: view!.dialect, process: known.process, says: view!.says })
  expect(written(again!)).toBe(written(known))
})

test('several views come back, named or not, empty or not', () => {
  const [one] = parse(maps, Buffer.from(LINE))
  const [none] = parse(maps, Buffer.from(''))
  const views = [none!, one!, { ...one!, process: { pid: 7, command: 'node' } }, none!]
  const again = read(written(views))
  expect(again.map(({ table, process }) => [table.length, process?.pid])).toEqual([
    [0, undefined],
    [1, undefined],
    [1, 7],
    [0, undefined],
  ])
  expect(written(again)).toBe(written(views))
})

test('the sums of a text come back', () => {
  const [one] = parse(maps, Buffer.from(LINE))
  const known = { ...one!, totals: [{ name: 'writeable/private', value: 1n << 63n, line: 9 }] }
  expect(written(known)).toContain(
    '\n],"totals":[{"name":"writeable/private","value":"9223372036854775808"}],"diagnostics"',
  )
  const [again] = read(written(known))
  expect(again!.totals).toEqual([{ name: 'writeable/private', value: 1n << 63n, line: 3 }])
  expect(written(again!)).toBe(written(known))
})
