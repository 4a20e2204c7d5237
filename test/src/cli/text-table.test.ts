import { expect, test } from 'vitest'
import { type Column, tableText } from '../../../src/cli/text-table.js'

const NAMES = ['/usr/lib/x86_64-linux-gnu/libc.so.6', 'ünï', '']

const columns: readonly Column[] = [
  { heading: 'n', side: 'right', cell: (row) => `${10 ** row}` },
  { heading: 'colour', side: 'left', cell: () => 'red', paint: (text) => `<${text}>` },
  { heading: 'spare', side: 'left', spare: true, cell: () => 'x' },
  { heading: 'name', side: 'left', cut: true, cell: (row) => NAMES[row] ?? '' },
]

const shown = (width?: number): string => [...tableText(columns, [0, 1, 2], (text) => text, width)].join('')

test('cells are lined up, and colours do not count', () => {
  expect(shown()).toBe(`  n  colour  spare  name
  1  <red>     x      /usr/lib/x86_64-linux-gnu/libc.so.6
 10  <red>     x      ünï
100  <red>     x
`)
})

test('a narrow terminal gets the ends of names', () => {
  expect(shown(48)).toBe(`  n  colour  spare  name
  1  <red>     x      …/x86_64-linux-gnu/libc.so.6
 10  <red>     x      ünï
100  <red>     x
`)
})

test('a terminal too narrow for that goes without spare columns', () => {
  expect(shown(43)).toBe(`  n  colour  name
  1  <red>     …ib/x86_64-linux-gnu/libc.so.6
 10  <red>     ünï
100  <red>
`)
})

test('a table longer than a batch is whole', () => {
  const rows = Array.from({ length: 1201 }, (_, row) => row)
  const one: Column = { heading: 'row', side: 'left', cell: (row) => `${row}` }
  const lines = [...tableText([one], rows, (text) => text)].join('').split('\n')
  expect(lines.slice(1, -1)).toEqual(rows.map(String))
})
