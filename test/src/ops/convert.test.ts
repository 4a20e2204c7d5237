import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { json } from '../../../adapters/json/index.js'
import { maps } from '../../../adapters/maps/index.js'
import { smaps } from '../../../adapters/smaps/index.js'
import { convert } from '../../../src/ops/convert.js'
import { parse } from '../../../src/ops/parse.js'

const TEXT = `00001000-00002000 r-xp 00001000 fe:01 5                                  /bin/true
Rss:                   4 kB
VmFlags: rd ex
00002000-00003000 rw-p 00000000 00:00 0
Rss:                   4 kB
`

const [view] = parse(smaps, new TextEncoder().encode(TEXT))

test('what the target cannot say is counted', () => {
  const { lost, view: converted } = convert(adapters, view!, maps, undefined)
  expect([...lost]).toEqual([
    ['counters', 2],
    ['vmFlags', 1],
  ])
  expect(converted.adapter).toBe('maps')
  expect([...converted.table].map(({ start, pathname }) => [start, pathname])).toEqual([
    [0x1000n, '/bin/true'],
    [0x2000n, ''],
  ])
})

test('a view stays as it is for its own adapter, and for one that says everything', () => {
  expect(convert(adapters, view!, smaps, undefined).view).toBe(view)
  expect(convert(adapters, view!, json, undefined)).toMatchObject({ view, lost: new Map(), unknown: [] })
})
