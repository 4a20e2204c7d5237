import { describe, expect, test } from 'vitest'
import { pmap } from '../../../../adapters/pmap/index.js'
import { format, joined } from '../../../../src/ops/format.js'
import { detected, findings, names, regions, view, views } from '../reading.js'

const TEXT = `4797: cat
0000560a18729000      4K r---- cat
0000560a1872a000      4K rw---   [anon]
00007eef3bc00000  1073741824K -----   [heap]
0000560a19005000      4K rw-s- 
total        1073741836K
`
const TITLES = 'Address           Kbytes     PSS   Dirty    Swap Mode  Mapping\n'
const X = `4797: cat\n${TITLES}0000560a18729000       8       3       2       1 r---- cat\n----------------  ------  ------  ------  ------\ntotal                  8       3       2       1\n`

describe('rows', () => {
  test('names are kept as printed: indented where the kernel’s begins with a bracket, empty for the root folder', () => {
    expect(names(TEXT)).toEqual(['cat', '  [anon]', '  [heap]', ''])
    expect(view(TEXT)).toMatchObject({ dialect: 'toybox', lines: { regions: 4, headings: 1, footers: 1, rejected: 0 } })
  })

  test('- is private and s is shared', () => {
    expect(regions(TEXT).map(({ perms }) => perms)).toEqual(['r--p', 'rw-p', '---p', 'rw-s'])
  })

  test('-x has proportional, private dirty and swapped memory', () => {
    expect(regions(X)[0]).toMatchObject({ pathname: 'cat', counters: { Pss: 3072, Private_Dirty: 2048, Swap: 1024 } })
    expect(view(X).totals.map(({ name, value }) => [name, value])).toEqual([
      ['Size', 8192n],
      ['Pss', 3072n],
      ['Private_Dirty', 2048n],
      ['Swap', 1024n],
    ])
  })

  test('rows that ran into one another are refused', () => {
    const text = `1: a\n${TITLES}0000560a18729000       4 0000560a19000000       4  140478430824288       0       0 rw---   a\n`
    expect(findings(text)).toEqual(['3:26 bad-counter'])
  })
})

test('a kernel thread has no command, and a block of its own', () => {
  const all = views(`2: \ntotal                 0K\n${TEXT}`)
  expect(all.map(({ process, dialect, table }) => [process?.pid, dialect, table.length])).toEqual([
    [2, 'toybox', 0],
    [4797, 'toybox', 4],
  ])
})

describe('a command with newlines', () => {
  const long = TEXT.replace('cat\n', 'a\n\n12 b\n')

  test('goes on up to the first row, and comes back', () => {
    const read = view(long, 'toybox')
    expect(Buffer.from(read.process?.cmdline ?? []).toString()).toBe('a\n\n12 b')
    expect(read).toMatchObject({ lines: { regions: 4, headings: 3, footers: 1, rejected: 0 } })
    expect(Buffer.from(joined(format(pmap, [read]))).toString()).toBe(long)
  })

  test('is not looked for where nobody said that it is toybox’s', () => {
    expect(findings(long)).not.toEqual([])
  })

  test('does not hide a damaged row', () => {
    expect(findings(TEXT.replace('r----', 'r---?'), 'toybox')).toEqual(['2:26 bad-perms'])
  })
})

test('what it complains of is a message', () => {
  expect(findings('1: init\npmap: no /proc/1/maps\n')).toEqual(['2:1 tool-message'])
})

test('rows without a process are read as procps’ unless the reader is told', () => {
  const rows = TEXT.split('\n').slice(1, 3).join('\n')
  expect(view(rows, 'toybox').dialect).toBe('toybox')
  expect(view(rows).dialect).toBe('default')
})

describe('detection', () => {
  test.each([
    ['toybox', TEXT, 'sure'],
    ['toybox-x', X, 'sure'],
    ['toybox', '2: \ntotal                 0K\n', 'likely'],
    ['toybox', '1: init\npmap: no /proc/1/maps\n', 'likely'],
    ['toybox', '0000560a18729000      4K r---- cat\n0000560a1872a000      4K rw---   [anon]\n', 'likely'],
    ['default', '0000560a18729000      4K r---- cat\n0000560a1872a000      4K rw---   [ anon ]\n', 'likely'],
  ])('%s in %j is %s', (dialect, text, confidence) => {
    expect(detected(text)).toMatchObject({ dialect, confidence })
  })
})

test('a total alone is nobody’s: ls -lh begins so, too', () => {
  expect(detected('total 12K\n-rw-r--r-- 1 root root 4.0K Nov 23 04:41 README.md\n')).toBeUndefined()
  expect(detected('mapped: 12K\n')).toBeUndefined()
})
