import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { EXCEPTIONS } from '../../../../src/ops/check/exceptions.js'
import { check } from '../../../../src/ops/check.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

const golden = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../golden/${path}`, import.meta.url)), 'latin1')

const PERL = 'captures/4.19.304-x86_64/perl/proc'

/** smaps and smaps_rollup of 4.19, made to look like 4.14's: its rollup reaches to the end of the gate. */
function gateInRollup(): readonly string[] {
  const smaps = golden(`${PERL}/smaps`).replace(/^THPeligible:.*\n/gm, '')
  return [smaps, golden(`${PERL}/smaps_rollup`).replace(/(?<=^[0-9a-f]+-)[0-9a-f]+/, 'ffffffffff601000')]
}

/** Each exception, and texts of one process that need it. */
const CASES: readonly (readonly [code: string, texts: () => readonly string[]])[] = [
  ['guard-page', () => [golden('smaps/valid/linux-3-10-guard-page.txt')]],
  ['records-lost', () => [golden('smaps/valid/linux-2-6-26-twice-and-lost.txt')]],
  ['unmanaged-pages', () => [golden('captures/2.6.32-x86_64/full-static/proc/smaps')]],
  [
    'reserved-not-counted',
    () => ['maps', 'status'].map((file) => golden(`captures/2.6.32-x86_64/full-static/proc/${file}`)),
  ],
  ['counted-in-batches', () => ['smaps', 'status'].map((file) => golden(`${PERL}/${file}`))],
  ['gate-in-rollup', gateInRollup],
  [
    'locked-twice',
    () => [
      golden(`${PERL}/smaps`),
      golden(`${PERL}/smaps_rollup`).replace(/^Locked: .*/m, 'Locked:             6400 kB'),
    ],
  ],
  [
    'shared-memory-swap',
    () => {
      const [smaps, status] = ['smaps', 'status'].map((file) => golden(`${PERL}/${file}`)) as [string, string]
      return [smaps.replace(/^Swap: .*/m, 'Swap:                 64 kB'), status]
    },
  ],
  ['shared-counted-twice', () => [golden('pmap/valid/x-shared-counted-twice.txt')]],
  ['sums-carried-over', () => [golden('pmap/valid/wide-two-processes.txt')]],
  ['rows-left-out', () => [golden('pmap/valid/x-no-rows-without-swap.txt')]],
  ['below-the-range', () => [golden('pmap/valid/x-range.txt')]],
  [
    'sum-of-32-bits',
    () => [
      [
        '1:   x',
        'Address   Kbytes     RSS   Dirty Mode  Mapping',
        '10000000 3000000       0       0 rw---   [ anon ]',
        'd0000000 2000000       0       0 rw---   [ anon ]',
        '-------- ------- ------- ------- ',
        'total kB  805696       0       0',
        '',
      ].join('\n'),
    ],
  ],
  [
    'gap-in-pages',
    () => [
      '7f6e753c0000-7f6e753c3000 r-xp 00000000 00:00 1234                      /lib/x.so\n7f6e753c3000-7f6e755c1000 ---p 00000003 00:00 1234                      /lib/x.so\n',
    ],
  ],
  [
    'gate-twice',
    () => ['ffffffffff600000-ffffffffff601000 r-xp 00000000 00:00 0                  [vsyscall]\n'.repeat(2)],
  ],
]

describe('what kernels and tools do against the laws has a name', () => {
  test.each(CASES)('%s', (code, texts) => {
    const views = texts().flatMap((text) => {
      const bytes = Buffer.from(text, 'latin1')
      const { adapter, match } = detect(adapters, bytes)
      // As the kernel's own, which detection cannot know of a text that emulators print too.
      const dialect = code === 'gap-in-pages' || code === 'gate-twice' ? '64bit' : match.dialect
      return parse(adapter, bytes, { dialect, source: { name: adapter.name } })
    })
    const result = check(adapters, views)
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(result.exceptions.map((exception) => exception.code)).toContain(code)
  })
})

test('nothing else is an exception: the same texts without the cause break their law', () => {
  const later = golden('captures/6.12.117-anonvma-x86_64/perl/proc/smaps')
  const [first = ''] = /^[0-9a-f]+-[0-9a-f]+ r-xp .*\nSize: .*/m.exec(later) ?? []
  const grown = later.replace(
    first,
    first.replace(/\d+ kB/, (kB) => `${Number.parseInt(kB, 10) + 4} kB`),
  )
  const [adapter] = adapters.filter(({ name }) => name === 'smaps')
  const result = check(adapters, parse(adapter as (typeof adapters)[number], Buffer.from(grown, 'latin1')))
  expect(result.findings.map(({ code }) => code)).toEqual(['size-mismatch'])
  expect(result.exceptions).toEqual([])
})

test('every exception has a case', () => {
  expect(CASES.map(([code]) => code).sort()).toEqual(Object.keys(EXCEPTIONS).sort())
})
