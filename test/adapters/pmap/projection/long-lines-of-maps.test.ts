import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

/** Files with paths of 1,000 bytes, of which pmap reads 950. */
const [A, B] = ['a', 'b'].map((letter) => `/${letter}${'/folder'.repeat(142)}/end`) as [string, string]

const ROWS = [
  ['0000000000001000', A],
  ['0000000000003000', B],
  ['0000000000005000', '/short'],
] as const

const lineOf = ([start, name]: readonly [string, string]): string => {
  const from = start.slice(8)
  const to = (Number.parseInt(start, 16) + 0x1000).toString(16).padStart(8, '0')
  return `${`${from}-${to} r--p 00000000 08:01 ${name.length}`.padEnd(73)}${name}\n`
}
const MAPS = ROWS.map(lineOf)

/** The row of a mapping, and what pmap takes the rest of a long line for. */
const rowOf = ([start, name]: readonly [string, string]): string =>
  `${start}      4K r---- ${name.slice(0, 950)}\n${name.length > 950 ? 'ffffffffffffffff     16K r---- /end\n' : ''}`
const PMAP = ROWS.map(rowOf)

const read = (name: string, text: string, argv?: readonly string[]): View => {
  const adapter = adapters.find((each) => each.name === name) as (typeof adapters)[number]
  const source = argv === undefined ? {} : { argv, version: '4.0.4' }
  return parse(adapter, Buffer.from(text), { source })[0] as View
}

const verdict = (maps: readonly string[], pmap: readonly string[]): string =>
  compare(adapters, [
    read('maps', maps.join('')),
    read('pmap', `7:   a\n${pmap.join('')} total       12K\n`, ['pmap', '-p', '7']),
  ]).verdict

describe('of mappings with long lines', () => {
  test('pmap shows the beginning of a name, and a row that is none', () => {
    expect(verdict(MAPS, PMAP)).toBe('explained')
  })

  test.each([
    ['a mapping behind one is missing in maps', MAPS.toSpliced(1, 1), PMAP],
    ['one is missing in pmap, with the row behind it', MAPS, PMAP.toSpliced(1, 1)],
    ['one has another size', MAPS, PMAP.with(1, (PMAP[1] as string).replace(' 4K', ' 8K'))],
    ['one has another name, as far as it is read', MAPS, PMAP.with(1, (PMAP[1] as string).replace('/b/', '/c/'))],
  ])('they disagree where %s', (_, maps, pmap) => {
    expect(verdict(maps, pmap)).toBe('disagree')
  })

  test('with -A what lies beyond the range is missing, too', () => {
    const argv = ['pmap', '-A', '0,3000', '-p', '7']
    const text = `7:   a\n${PMAP[0]} total        4K\n`
    expect(compare(adapters, [read('maps', MAPS.join('')), read('pmap', text, argv)]).verdict).toBe('explained')
  })
})
