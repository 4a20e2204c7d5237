import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import type { View } from '../../../../src/adapter.js'
import { type Comparison, compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const smaps = adapters.find(({ name }) => name === 'smaps')!
const FLAGS = 'rd mr mw me'

/** Every kind of mapping that pmap has a rule for. */
const MAPPINGS = [
  '55d0c8a00000-55d0c8a21000 r-xp 00002000 fe:00 2148860                    /usr/bin/perl',
  '55d0c9b00000-55d0c9b21000 rw-p 00000000 00:00 0                          [heap]',
  '7f00a0000000-7f00a0200000 rw-s 00000000 00:11 41178                      /anon_hugepage (deleted)',
  '7f00a0400000-7f00a0401000 ---p 00000000 00:00 0 ',
  '7f00a0500000-7f00a0502000 r--s 00000000 00:01 11                         /SYSV1234abcd (deleted)',
  '7f00a0600000-7f00a0601000 rw-p 00000000 fe:00 7                          /srv/é',
  '7ffd1c100000-7ffd1c121000 rw-p 00000000 00:00 0                          [stack]',
]
const ranges = MAPPINGS.map((line) => /^(\w+)-(\w+) (\S{4}) (\w+) (\S+) (\d+) *(.*)$/.exec(line)!.slice(1))
const KERNEL = viewOf(
  smaps,
  MAPPINGS.map((line, i) => {
    const [start, end] = ranges[i] as [string, string]
    const size = Number(BigInt(`0x${end}`) - BigInt(`0x${start}`)) / 1024
    const numbers = { Size: size, Rss: 4, Pss: 4, Shared_Dirty: 1, Private_Dirty: 2 }
    const fields = Object.entries(numbers).map(([name, kb]) => `${`${name}:`.padEnd(16)}${String(kb).padStart(8)} kB`)
    return [line, ...fields, `VmFlags: ${FLAGS} `, ''].join('\n')
  }).join(''),
)

/** Names as pmap shows them: the last part of the path, the whole of it, with -k, in -X. */
const LAST = ['perl', '  [ anon ]', 'anon_hugepage (deleted)', '  [ anon ]', '  [ shmid=0xb ]', '??', '  [ stack ]']
const WHOLE = ['/usr/bin/perl', LAST[1], '/anon_hugepage (deleted)', LAST[3], LAST[4], '/srv/??', LAST[6]] as string[]
const KERNEL_NAMES = ['perl', '[heap]', LAST[2], LAST[3], LAST[4], 'é', '[stack]'] as string[]
const COPIED = ranges.map((fields) => fields[6] as string)

function rows(
  names: readonly string[],
  row: (start: string, kb: number, mode: string, name: string) => string,
): string {
  const lines = ranges.map(([start, end, perms], i) => {
    const kb = Number(BigInt(`0x${end}`) - BigInt(`0x${start}`)) / 1024
    return row((start as string).padStart(16, '0'), kb, `${(perms as string).replace('p', '-')}-`, names[i] as string)
  })
  return `1:   a\n${lines.join('')}`
}

const TEXTS: Readonly<Record<string, string>> = {
  default: rows(LAST, (start, kb, mode, name) => `${start} ${kb}K ${mode} ${name}\n`),
  'default -p': rows(WHOLE, (start, kb, mode, name) => `${start} ${kb}K ${mode} ${name}\n`),
  'default -k': rows(KERNEL_NAMES, (start, kb, mode, name) => `${start} ${kb}K ${mode} ${name}\n`),
  'default-3.2': rows(WHOLE, (start, kb, mode, name) => `${start} ${kb}K ${mode}  ${name}\n`),
  x: rows(LAST, (start, kb, mode, name) => `${start} ${kb} 4 3 ${mode} ${name}\n`),
  'x-3.2': rows(LAST, (start, kb, mode, name) => `${start} ${kb} - - - ${mode}  ${name}\n`),
  'X-3.3.4': wide('Address Flags Offset Device Inode Rss Description', ' 4'),
  'X -p': wide('Address Perm Offset Device Inode Pss Size Rss Mapping', ' 4 KB 4'),
}

function wide(heading: string, numbers: string): string {
  const lines = ranges.map(([start, end, perms, offset, device, inode], i) => {
    const kb = Number(BigInt(`0x${end}`) - BigInt(`0x${start}`)) / 1024
    return `${start} ${perms} ${offset} ${device} ${inode}${numbers.replace('KB', String(kb))} ${COPIED[i]}\n`
  })
  return `1:   a\n${heading}\n${lines.join('')}`
}

function viewOf(adapter: (typeof adapters)[number], text: string): View {
  return parse(adapter, new TextEncoder().encode(text))[0] as View
}

function reasons({ pairs }: Comparison): Record<string, number> {
  return Object.fromEntries(pairs.flatMap((pair) => pair.reasons.map(({ code, count }) => [code, count])))
}

describe('what the kernel says, and what pmap shows of it, can be true together', () => {
  test.each([
    ['default', { 'basename-only': 3, 'brackets-as-anon': 1, 'sysv-as-shmid': 1, 'bytes-as-question-marks': 1 }],
    ['default -p', { 'brackets-as-anon': 1, 'sysv-as-shmid': 1, 'bytes-as-question-marks': 1 }],
    ['default -k', { 'basename-only': 3, 'sysv-as-shmid': 1 }],
    ['default-3.2', { 'brackets-as-anon': 1, 'sysv-as-shmid': 1, 'bytes-as-question-marks': 1 }],
    ['x', { 'basename-only': 3, 'brackets-as-anon': 1, 'sysv-as-shmid': 1, 'bytes-as-question-marks': 1 }],
    ['x-3.2', { 'basename-only': 3, 'brackets-as-anon': 1, 'sysv-as-shmid': 1, 'bytes-as-question-marks': 1 }],
    ['X-3.3.4', {}],
    ['X -p', {}],
  ])('%s', (name, expected) => {
    const comparison = compare(adapters, [KERNEL, viewOf(pmap, TEXTS[name] as string)])
    expect(comparison.pairs.flatMap(({ differences }) => differences)).toEqual([])
    expect(reasons(comparison)).toEqual(expected)
  })

  test.each(Object.keys(TEXTS))('%s, but for a name that is another’s', (name) => {
    const text = (TEXTS[name] as string).replace('perl', 'ruby')
    const { pairs } = compare(adapters, [KERNEL, viewOf(pmap, text)])
    expect(pairs.flatMap(({ differences }) => differences.map(({ kind }) => kind))).toEqual(['fields'])
  })
})

describe('two texts of pmap can be true together', () => {
  const names = Object.keys(TEXTS)
  const pairs = names.flatMap((left, i) => names.slice(i + 1).map((right) => [left, right] as const))

  test.each(pairs)('%s and %s', (left, right) => {
    const views = [left, right].map((name) => viewOf(pmap, TEXTS[name] as string))
    expect(compare(adapters, views).pairs.flatMap(({ differences }) => differences)).toEqual([])
    const other = viewOf(pmap, (TEXTS[right] as string).replace('perl', 'ruby'))
    expect(compare(adapters, [views[0] as View, other]).verdict).toBe('disagree')
  })
})

describe('-A', () => {
  const shown = (from: number, to: number, total: string, argv?: readonly string[]): View => {
    const lines = (TEXTS.default as string).split('\n')
    const text = [lines[0], ...lines.slice(1 + from, 1 + to), total, ''].join('\n')
    const view = viewOf(pmap, text)
    return argv === undefined ? view : { ...view, source: { ...view.source, argv } }
  }
  const verdict = (view: View): string => compare(adapters, [KERNEL, view]).verdict

  test('leaves mappings at both ends out, where the total is that of the rows', () => {
    expect(verdict(shown(1, 4, ' total 2184K'))).toBe('explained')
    expect(reasons(compare(adapters, [KERNEL, shown(1, 4, ' total 2184K')]))['outside-range']).toBe(4)
  })

  test('explains nothing where rows were lost, or lie between those shown', () => {
    expect(verdict(shown(1, 4, ' total 2492K'))).toBe('disagree')
    expect(verdict(shown(1, 4, ''))).toBe('disagree')
    const hole = (TEXTS.default as string).replace(/^00007f00a0000000.*\n/m, '')
    expect(verdict(viewOf(pmap, `${hole} total 444K\n`))).toBe('disagree')
  })

  test('may be what the richer of two texts shows', () => {
    const range = viewOf(pmap, `${(TEXTS['X -p'] as string).split('\n').slice(0, 4).join('\n')}\n 8 264 8 KB \n`)
    expect(reasons(compare(adapters, [range, viewOf(pmap, TEXTS.x as string)]))['outside-range']).toBe(5)
  })

  test.each([
    [['pmap', '-A', '55d0c9b00000,7f00a0400fff', '1'], 'explained'],
    [['pmap', '-qA', '0x55d0c9b00000,7f00a0400fff', '1'], 'explained'],
    [['pmap', '--range=55d0c9b00000,0x7f00a0400fff', '1'], 'explained'],
    [['pmap', '-A55d0c9b00000,', '1'], 'disagree'],
    [['pmap', '-A', ',7f00a0400fff', '1'], 'disagree'],
    [['pmap', '-A', '7f00a0000000', '1'], 'explained'],
    [['pmap', '1'], 'disagree'],
  ])('by the words %j: %s', (argv, expected) => {
    expect(verdict(shown(1, 4, '', argv))).toBe(expected)
  })
})

test('-x has sums and no rows where the kernel prints no Swap', () => {
  const text = '1:   a\nAddress           Kbytes     RSS   Dirty Mode  Mapping\ntotal kB  2492  28 21\n'
  expect(reasons(compare(adapters, [KERNEL, viewOf(pmap, text)]))['row-at-swap']).toBe(7)
  const none = text.replace('2492  28 21', '0  0 0')
  expect(compare(adapters, [KERNEL, viewOf(pmap, none)]).verdict).toBe('disagree')
})

test('every golden text of one frozen process agrees with every other of it', () => {
  const folder = fileURLToPath(new URL('../../../../golden/pmap/valid/', import.meta.url))
  const read = (name: string): View => parse(pmap, readFileSync(`${folder}${name}.txt`))[0] as View
  const all = [
    'default-3-2-whole-paths',
    'x-3-2-dashes',
    'x-3-3-2-two-blanks',
    'wide-3-3-4-without-size',
    'x-repeated-rows',
  ]
  const today = ['widest-linux-6-18', 'x-whole-paths', 'd-whole-paths', 'default-kernel-names', 'columns-show-path']
  for (const one of all) {
    for (const other of today) expect(compare(adapters, [read(one), read(other)]).verdict).not.toBe('disagree')
  }
})
