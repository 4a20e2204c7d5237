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

test('a view becomes one of the target, with the rows it came from', () => {
  const { view: converted, source, from } = convert(adapters, view!, { adapter: maps })
  expect(source).toBe(view)
  expect(converted.adapter).toBe('maps')
  expect([...converted].map(({ start, pathname }) => [start, pathname])).toEqual([
    [0x1000n, '/bin/true'],
    [0x2000n, ''],
  ])
  expect([...from!]).toEqual([0, 1])
})

test('a 32-bit text stays one where the target has that, too', () => {
  const text = '00001000-00002000 r-xp 00001000 fe:01 5          /bin/true\nRss:                   4 kB\n'
  const [narrow] = parse(smaps, new TextEncoder().encode(text), { dialect: '32bit' })
  expect(narrow!.dialect).toBe('32bit')
  expect(convert(adapters, narrow!, { adapter: maps }).view.dialect).toBe('32bit')
  expect(convert(adapters, narrow!, { adapter: maps, dialect: '64bit' }).view.dialect).toBe('64bit')
})

test('a view stays as it is for its own adapter, and for one that says everything', () => {
  expect(convert(adapters, view!, { adapter: smaps }).view).toBe(view)
  expect(convert(adapters, view!, { adapter: json }).view).toBe(view)
})
