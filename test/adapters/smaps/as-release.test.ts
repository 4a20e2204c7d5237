import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { maps } from '../../../adapters/maps/index.js'
import { smaps } from '../../../adapters/smaps/index.js'
import type { View } from '../../../src/adapter.js'
import { fieldsOfKernel } from '../../../src/kernel/smaps-fields.js'
import { convert } from '../../../src/library/convert.js'
import { date } from '../../../src/ops/dating/date.js'
import { parse } from '../../../src/ops/parse.js'

const ANONYMOUS = '7f0000000000-7f0000001000 rw-p 00000000 00:00 0 '

/** A record of 6.12 below that header, with those flags. */
function record(header: string, flags: string): string {
  const lines = fieldsOfKernel('6.12').flatMap(({ name, only, spacings }) => {
    const [spacing] = spacings
    if (only !== undefined || spacing === undefined) return []
    return [`${spacing.text}${(name === 'Size' ? '4' : '0').padStart(spacing.width)}${spacing.unit}`]
  })
  return `${[header, ...lines, `VmFlags: ${flags} `].join('\n')}\n`
}

function read(text: string, adapter = smaps): View {
  return parse(adapter, Buffer.from(text), { asPrinted: true })[0] as View
}

test('a flag without a code in that release is ??, and one that it has not is a loss', () => {
  const conversion = convert(read(record(ANONYMOUS, 'rd wr lo lf dp')), 'smaps@5.10')
  expect(conversion.toString()).toMatch(/^VmFlags: rd wr lo \?\? $/m)
  expect(conversion.losses.map(({ field }) => field)).toEqual(['counters', 'vmFlags'])
})

test('sums are not made of regions, for the kernel adds up bytes', () => {
  expect(() => convert(read(record(ANONYMOUS, 'rd wr')), 'smaps:rollup@6.12').bytes).toThrow(
    expect.objectContaining({ code: 'unwritable', message: expect.stringMatching(/adds up bytes/) }),
  )
})

test.each([
  ['2.6.29', ANONYMOUS, /the offset that it prints is not known/],
  [
    '6.1',
    '7f0000000000-7f0000001000 rw-s 00000000 00:01 7                          [anon_shmem:x]',
    /\[anon_shmem:x\]/,
  ],
])('maps of %s refuses what nobody said', (release, line, message) => {
  expect(() => convert(read(`${line}\n`, maps), `maps@${release}`).bytes).toThrow(
    expect.objectContaining({ code: 'unwritable', message: expect.stringMatching(message) }),
  )
})

test.each([
  ['6.12', '[vvar_vclock]', '[vvar]'],
  ['6.13', '[vvar_vclock]', '[vvar_vclock]'],
  ['4.5', '[stack:77]', ''],
  ['5.16', '[anon:x]', ''],
])('%s calls %s %j', (release, name, printed) => {
  const view = read(`${ANONYMOUS.padEnd(73)}${name}\n`, maps)
  expect(read(convert(view, `maps@${release}`).toString(), maps).table.pathname(0)).toBe(printed)
})

/** `[vvar]`, `[vdso]` and `[stack]` of a process whose stack ends there. */
const withStack = (end: string): View =>
  read(
    [
      ['7ffff7fc9000-7ffff7fcd000 r--p', '[vvar]'],
      ['7ffff7fcd000-7ffff7fcf000 r-xp', '[vdso]'],
      [`7fffffa00000-${end} rw-p`, '[stack]'],
    ]
      .map(([range, name]) => `${`${range} 00000000 00:00 0 `.padEnd(73)}${name}\n`)
      .join(''),
    maps,
  )

test('a vdso below the stack dates a text only where there is room above it', () => {
  expect(date(adapters, [withStack('7fffffb00000')], 'x86_64').since?.since).toBe('6.9')
  expect(date(adapters, [withStack('7ffffffff000')], 'x86_64').since?.since).toBe('3.15')
  expect(date(adapters, [withStack('7fffffb00000')], 'aarch64').since?.since).toBe('3.15')
})
