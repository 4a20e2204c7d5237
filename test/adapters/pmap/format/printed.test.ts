import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import type { View } from '../../../../src/adapter.js'
import { Conversion } from '../../../../src/ops/conversion.js'
import { format, joined } from '../../../../src/ops/format.js'
import { parse } from '../../../../src/ops/parse.js'
import { selectRows } from '../../../../src/ops/select.js'
import { goldens } from '../../../laws/corpus.js'
import { view, views } from '../reading.js'

function text(pieces: Iterable<Uint8Array>): string {
  return Buffer.from(joined(pieces)).toString('latin1')
}

function golden(name: string): Buffer {
  return Buffer.from(goldens(pmap, 'valid', 'invalid').find((one) => one.name.endsWith(`/${name}`))!.text)
}

test.each([
  'translated-ka-d',
  'translated-ka-widest',
  'columns-quiet-flags-last',
  'wide-3-3-4-without-size',
  'x-repeated-rows-and-shared-counted-twice',
  'x-below-range',
  'd-32-bit',
  'long-lines-x-4-0-7',
  'message-in-between',
])('%s comes back with all that its rows do not say', (name) => {
  const read = golden(name)
  expect(text(format(pmap, views(read)))).toBe(read.toString('latin1'))
})

test('what is left of a block keeps its titles and columns', () => {
  const whole = view(golden('translated-fr-d').toString('utf8'))
  const rest: View = { ...whole, table: selectRows(whole.table, [0]) }
  const [, titles, row] = text(format(pmap, rest)).split('\n')
  expect(titles).toMatch(/^Adresse +kilo-octets Mode /)
  expect(row).toBe('0000000000400000           4 r---- 0000000000000000      0fe:00000 tiny')
})

const SMAPS = `55d0c8a00000-55d0c8a02000 r-xp 00001000 fe:01 5                          /bin/true
Size:                  8 kB
Rss:                   4 kB
Shared_Dirty:          1 kB
Private_Dirty:         2 kB
Swap:                  0 kB
`

test('what smaps says is written as pmap shows it', () => {
  const seen = parse(smaps, Buffer.from(SMAPS))
  const written = text(format(pmap, seen, { dialect: 'x' }))
  expect(written).toBe(`Address           Kbytes     RSS   Dirty Mode  Mapping
000055d0c8a00000       8       4       3 r-x-- true
---------------- ------- ------- ------- 
total kB               8       4       3
`)
  const converted = new Conversion(adapters, seen, { adapter: pmap, dialect: 'x' })
  expect(converted.toString()).toBe(written)
})

test('-XX says enough for -x', () => {
  const seen = parse(smaps, Buffer.from(SMAPS))
  const wide = parse(pmap, joined(format(pmap, seen, { dialect: 'XX' })), { dialect: 'XX' })
  expect(text(format(pmap, wide, { dialect: 'x' }))).toBe(text(format(pmap, seen, { dialect: 'x' })))
})

test('nothing is written where a row would lack something', () => {
  const [narrow] = views(golden('default-two-processes'))
  expect(() => text(format(pmap, narrow!, { dialect: 'x' }))).toThrow(
    expect.objectContaining({ code: 'unwritable', message: expect.stringMatching(/^region 1 has no Rss, /) }),
  )
})
