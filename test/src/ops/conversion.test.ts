import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { json } from '../../../adapters/json/index.js'
import { lsof } from '../../../adapters/lsof/index.js'
import { maps } from '../../../adapters/maps/index.js'
import { smaps } from '../../../adapters/smaps/index.js'
import type { Adapter, View } from '../../../src/adapter.js'
import { Conversion } from '../../../src/ops/conversion.js'
import { joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const TEXT = `00001000-00002000 r-xp 00001000 fe:01 5                                  /bin/true
Rss:                   4 kB
Swap:                  8 kB
VmFlags: rd ex
00002000-00003000 rw-p 00000000 00:00 0                                  [heap]
Rss:                   4 kB
`

const read = (adapter: Adapter, text: string): readonly View[] => parse(adapter, new TextEncoder().encode(text))
const [view] = read(smaps, TEXT) as [View]
const process = { pid: 7, command: 'true' }

/** JSON that is written with these parts of it replaced, so that something is lost. */
function damaged(...swaps: readonly (readonly [from: RegExp, to: string])[]): Adapter {
  return {
    ...json,
    name: 'damaged',
    dialects: { view: { ...json.dialects.view!, lossy: { offset: 'its last digits' } } },
    *format(views) {
      let text = new TextDecoder().decode(joined(json.format!(views, {})))
      for (const [from, to] of swaps) text = text.replace(from, to)
      yield new TextEncoder().encode(text)
    },
  }
}

function lost(views: readonly View[], adapter: Adapter): unknown {
  return new Conversion(adapters, views, { adapter }).losses
}

describe('what is lost', () => {
  test('fields that the target cannot say, each once, with the number of regions', () => {
    expect(lost([{ ...view, process }], maps)).toEqual([
      { code: 'lost-field', field: 'counters', count: 2, parts: [] },
      { code: 'lost-field', field: 'vmFlags', count: 1, parts: [] },
      { code: 'lost-field', field: 'process', count: 1, parts: ['pid', 'command'] },
    ])
  })

  test('nothing, where all of it comes back', () => {
    expect(lost([{ ...view, process }], json)).toEqual([])
    expect(lost([view], smaps)).toEqual([])
    expect(lost([], json)).toEqual([])
  })

  test('parts of a field, by name', () => {
    expect(lost([view], damaged([/,"Swap":"8192"/, '']))).toEqual([
      { code: 'lost-field', field: 'counters', count: 1, parts: ['Swap'] },
    ])
  })

  test('values that come back as others, in the words of the dialect', () => {
    expect(lost([view], damaged([/"offset":"1000"/, '"offset":"0"'], [/true"/, 'tru"']))).toEqual([
      { code: 'lost-precision', field: 'offset', count: 1, parts: [], what: 'its last digits' },
      { code: 'lost-precision', field: 'pathname', count: 1, parts: [] },
    ])
  })

  test('whole regions', () => {
    expect(lost([view], damaged([/\{"start":"1000".*\n/, '']))).toEqual([
      { code: 'lost-field', field: 'regions', count: 1, parts: [] },
    ])
  })

  test('sums', () => {
    const totals = [{ name: 'shared', value: 4096n, line: 1 }]
    expect(lost([{ ...view, totals }], smaps)).toEqual([
      { code: 'lost-field', field: 'totals', count: 1, parts: ['shared'] },
    ])
  })
})

test('what else is known of the process is written, and is not missed where it cannot be', () => {
  const asJson = new Conversion(adapters, [view], { adapter: json }, { process })
  expect(parse(json, joined(asJson.pieces()))[0]!.process).toEqual(process)
  const asSmaps = new Conversion(adapters, [view], { adapter: smaps }, { process })
  expect(new TextDecoder().decode(joined(asSmaps.pieces()))).toBe(TEXT)
  expect(asSmaps.losses).toEqual([])
})

test('strict: the error lists what would be lost, and where none of it would be', () => {
  const conversion = new Conversion(adapters, [view], { adapter: maps })
  expect(() => conversion.requireWhole()).toThrow(
    expect.objectContaining({
      code: 'strict',
      message:
        'nothing is written, for it would lose something:\n' +
        '  maps cannot say counters: left out of 2 regions [lost-field]\n' +
        '  maps cannot say vmFlags: left out of 1 region [lost-field]',
      next: expect.stringMatching(/^leave --strict out to write the rest, or write smaps, .*json.*, which/),
    }),
  )
  new Conversion(adapters, [view], { adapter: json }).requireWhole()
})

describe('what cannot be written', () => {
  test('a format that is only read', () => {
    expect(() => new Conversion(adapters, [view], { adapter: { ...lsof, format: undefined } as never })).toThrow(
      expect.objectContaining({ code: 'usage', message: 'lsof can be read but not written' }),
    )
  })

  test('a view without the fields that the target needs', () => {
    const text = 'COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\ntrue 7 root mem REG 254,1 9 5 /bin/true\n'
    expect(() => new Conversion(adapters, read(lsof, text), { adapter: maps })).toThrow(
      expect.objectContaining({
        code: 'unwritable',
        message: 'lsof:table does not say start, end, perms and offset, and maps cannot be written without them',
        next: expect.stringMatching(/^write .*json.*, which can leave out .*, or start from maps, smaps or pmap:/),
      }),
    )
  })

  test('a view in which some regions have not what the others have', () => {
    const text = new TextDecoder().decode(joined(json.format!([view], {}))).replace('"inode":"5",', '')
    expect(() => new Conversion(adapters, read(json, text), { adapter: maps })).toThrow(
      expect.objectContaining({ message: '1 of 2 regions have no inode, and maps cannot be written without it' }),
    )
  })
})
