import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EXCEPTIONS, type Printed, type Run } from '../../../tools/matrix/exceptions.js'
import { mappingsOf } from '../../../tools/matrix/mappings.js'

const printed = (...lines: string[]): Printed => ({ lines: [...lines, ''], exit: 0, stderr: '' })

/** What a golden text's differences are excused by, if they are. */
function excusedBy(golden: string, program: Run['program'], words: string[], real: Printed, ours: Printed): string[] {
  const text = readFileSync(new URL(`../../../golden/${golden}.txt`, import.meta.url))
  const run = { program, words, mappings: mappingsOf(text) }
  const left = EXCEPTIONS.filter(({ excuse }) => {
    const [theirs, own] = excuse(run, real, ours)
    return JSON.stringify(theirs) === JSON.stringify(own)
  })
  return left.map(({ name }) => name)
}

describe('a newline in a name', () => {
  const golden = 'maps/valid/newline-raw-nommu'
  const ours = [
    '7:   x',
    '0000000000300000    256K r-xs- a',
    '0000000000350000     64K rw---   [ stack ]',
    ' total    320K',
  ]
  const rows = ['000000000000000b   3327K r-xs-   [ anon ]', '000000000000000c   3327K r-xs-   [ anon ]']
  const real = [ours[0], ours[1], ...rows, ours[2], ours[3]] as string[]

  test('makes rows of what stands behind it', () => {
    expect(excusedBy(golden, 'procps', ['7'], printed(...real), printed(...ours))).toEqual(['newline-as-it-is'])
  })

  test('excuses no other row, no total, no status and no other tool', () => {
    for (const line of [2, 3]) {
      const other = ours.with(line, (ours[line] as string).replace('4', '8').replace('320', '321'))
      expect(excusedBy(golden, 'procps', ['7'], printed(...real), printed(...other))).toEqual([])
    }
    expect(excusedBy(golden, 'procps', ['7'], { ...printed(...real), exit: 1 }, printed(...ours))).toEqual([])
    expect(excusedBy(golden, 'lsof', ['7'], printed(...real), printed(...ours))).toEqual([])
  })
})

test('a column of a field that no kernel has is excused, and no other cell', () => {
  const table = (name: string, ...cells: string[]): Printed =>
    printed(
      '7:   x',
      `     Address Size Frobnicated${name} Mapping`,
      `55e9b7394000  132          12${cells.join('')} x`,
    )
  const excused = (real: Printed, ours: Printed): string[] =>
    excusedBy('smaps/valid/unknown-field', 'procps', ['-X', '7'], real, ours)
  expect(excused(table(' NewThing', '        7'), table(''))).toEqual(['lines-that-are-no-counters'])
  expect(excused(table(' NewThing', '        7', '9'), table(''))).toEqual([])
})

test('busybox may take a Name: for a row, and count it, but by no more than its size', () => {
  const real = (total: string): Printed =>
    printed('7: x', '0000000012c00000 1048576K rw-p    [ anon ]', '000000000017b7c3     100K       [anon:dalvik', total)
  const ours = printed('7: x', '0000000012c00000 1048576K rw-p    [ anon ]', 'mapped: 1048576K')
  const excused = (total: string): string[] =>
    excusedBy('smaps/valid/android-name-line', 'busybox', ['7'], real(total), ours)
  expect(excused('mapped: 1048676K')).toEqual(['lines-that-are-no-counters'])
  expect(excused('mapped: 1048677K')).toEqual([])
})

test('toybox -x may run rows into one another, but not change a size', () => {
  const head = (size: number): string => `000055e9b7394000     ${size} 00007f0000000000       8 `
  const rule = '----------------  ------  ------  ------  ------'
  const ours = printed(
    '000055e9b7394000     132       0       4       0 r-x-- x',
    '00007f0000000000       8       0       8       0 rw---   [anon]',
    rule,
    'total                140       0      12       0',
  )
  const excused = (size: number, total: string): string[] =>
    excusedBy('smaps/valid/linux-2-6-21', 'toybox', ['-x', '7'], printed(`${head(size)}${rule}`, total), ours)
  expect(excused(132, 'total                140       0       0       0')).toEqual(['toybox-without-swap'])
  expect(excused(136, 'total                140       0       0       0')).toEqual([])
  expect(excused(132, 'total                144       0       0       0')).toEqual([])
})
