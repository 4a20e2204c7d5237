import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maps } from '../../../adapters/maps/index.js'
import type { View } from '../../../src/adapter.js'
import { parse, Reader } from '../../../src/ops/parse.js'
import { referenceMaps } from '../../reference/maps.js'

const range = fc.constantFrom(
  '00400000-00401000',
  'f7000000-100001000',
  '7f0000000000-7f0000001000',
  '7f0000001000-7f0000002000',
  '7fffffff000-7f00000000ab',
  'ffffffffff600000-ffffffffff601000',
)
const middle = fc.constantFrom(
  'r-xp 00000000',
  'rw-s 00001000',
  '---p fffff000',
  'r--p 100000000',
  'rwxp ffffffff00000000',
  'rw-S 00000000',
  'r--p 1000000000000',
)
const file = fc.constantFrom(
  '00:00 0',
  'fe:01 7',
  'fe:01 1234567',
  '103:1f 42',
  '00:1a 18446744073709551615',
  'fffff:fffff 999999999999999',
  'fe:01 4294967296',
)
const name = fc.constantFrom(
  '',
  '',
  '/a',
  '/a b',
  '/usr/lib/libc.so.6',
  '/usr/lib/libd.so.6',
  '[heap]',
  ' blank',
  '\\012',
  '[',
)

const line = fc.tuple(range, middle, file, name).map(([...parts]) => {
  const called = parts.pop() as string
  const prefix = `${parts.join(' ')} `
  return called === '' ? prefix : `${`${prefix} `.padEnd(73)}${called}`
})

/** What is no region, or none that a kernel prints so. */
const odd = fc.constantFrom('', 'x', '7f0000000000-7f0000001000 r-xp', '0048A000-0048B000 r-xp 00000000 08:01 7 /x')

/** Lines of few kinds, and more of them than are handed on at once. */
const block = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 60 }))
  .map(([some, times]) => Array.from({ length: times }, () => some).flat())

test('lines that are read together say what the plain reader reads', () => {
  fc.assert(
    fc.property(block, (all) => {
      // Behind a very long inode nobody can tell the blanks of a name from those before it.
      const lines = all.filter((one) => !one.endsWith(' blank'))
      const text = new TextEncoder().encode(lines.map((one) => `${one}\n`).join(''))
      const [view] = parse(maps, text, { dialect: '64bit' })
      expect([...view!.table]).toEqual(referenceMaps(text))
      expect(linesOf(view!)).toEqual(lines.map((_, i) => i + 1))
    }),
  )
})

test('lines that are read together say what each says alone', () => {
  fc.assert(
    fc.property(block, odd, fc.nat(), (lines, stray, at) => {
      const all = lines.with(at % lines.length, stray)
      const encode = (words: string): Uint8Array => new TextEncoder().encode(words)
      const [together] = parse(maps, encode(all.join('\n')), { dialect: '64bit' })
      const reader = new Reader(maps, { dialect: '64bit', asPrinted: true })
      for (const [i, one] of all.entries()) reader.push(encode(i === all.length - 1 ? one : `${one}\n`))
      const [alone] = reader.end()
      expect([...together!.table]).toEqual([...alone!.table])
      expect(linesOf(together!)).toEqual(linesOf(alone!))
      expect([...together!.diagnostics]).toEqual([...alone!.diagnostics])
      expect(together!.lines).toEqual(alone!.lines)
    }),
  )
})

test('no table keeps what its rows say by their number alone', () => {
  const lines = Array.from(
    { length: 1000 },
    (_, i) => `${(0x10000000 + i).toString(16)}-20000000 r--p 00000000 00:00 0 \n`,
  )
  const [view] = parse(maps, new TextEncoder().encode(lines.join('')))
  expect(view!.table.columns.lines).toBeUndefined()
  expect(view!.table.line(999)).toBe(1000)
})

function linesOf({ table }: View): readonly number[] {
  return Array.from({ length: table.length }, (_, row) => table.line(row))
}
