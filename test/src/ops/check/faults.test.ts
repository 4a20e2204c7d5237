import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { check } from '../../../../src/ops/check.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

const CAPTURE = fileURLToPath(new URL('../../../../golden/captures/6.12.117-anonvma-x86_64/perl/', import.meta.url))

/** A text with one thing changed, and the one finding that is to come of it. */
interface Fault {
  readonly what: string
  /** The file of the capture that is damaged. */
  readonly file: string
  /** What is replaced, on the first line that matches. */
  readonly find: RegExp
  readonly by: string
  readonly code: string
  readonly field: string
  /** The line of the finding, counted from the damaged one. */
  readonly after?: number
  /** Other texts of the same process. */
  readonly beside?: readonly string[]
}

const SMAPS = 'proc/smaps'
const MAPS = 'proc/maps'
const ROLLUP = 'proc/smaps_rollup'
const STATUS = 'proc/status'

/** The third region of the capture's maps, which begins where the second ends. */
const [, , THIRD = ''] = readFileSync(join(CAPTURE, MAPS), 'latin1').split('\n')
const START = THIRD.slice(0, THIRD.indexOf('-'))
const END = THIRD.slice(THIRD.indexOf('-') + 1, THIRD.indexOf(' '))
const hex = (address: string, plus: bigint): string => (BigInt(`0x${address}`) + plus).toString(16)

const FAULTS: readonly Fault[] = [
  {
    what: 'a region that begins within the one above it',
    file: MAPS,
    find: new RegExp(`^${START}-`),
    by: `${hex(START, -4096n)}-`,
    code: 'overlap',
    field: 'start',
  },
  {
    what: 'a region far below the one above it',
    file: MAPS,
    find: new RegExp(`^${START}-${END}`),
    by: '00010000-00011000',
    code: 'backwards',
    field: 'start',
  },
  {
    what: 'a region that ends where it begins',
    file: MAPS,
    find: new RegExp(`^${START}-${END}`),
    by: `${START}-${START}`,
    code: 'empty-range',
    field: 'end',
  },
  {
    what: 'an end within a page',
    file: MAPS,
    find: new RegExp(`^${START}-${END}`),
    by: `${START}-${hex(END, -1n)}`,
    code: 'unaligned',
    field: 'end',
  },
  {
    what: 'an offset within a page',
    file: MAPS,
    find: new RegExp(`(?<=^${START}-${END} ....) [0-9a-f]{8}`),
    by: ' 00000801',
    code: 'unaligned',
    field: 'offset',
  },
  {
    what: 'perms that the flags do not say',
    file: SMAPS,
    find: / r-xp /,
    by: ' rwxp ',
    code: 'perms-mismatch',
    field: 'vmFlags',
  },
  {
    what: 'a flag of sharing that the perms do not say',
    file: SMAPS,
    find: /^VmFlags: rd mr mw me/,
    by: 'VmFlags: rd mr mw me ms',
    code: 'perms-mismatch',
    field: 'vmFlags',
    after: -25,
  },
  {
    what: 'a Size that is not its range',
    file: SMAPS,
    find: /^Size: {11} {4}\d+ kB/,
    by: 'Size:             123456 kB',
    code: 'size-mismatch',
    field: 'Size',
    after: -1,
  },
  {
    what: 'a Pss that is more than Rss',
    file: SMAPS,
    find: /^Pss: .*/,
    by: 'Pss:               99999 kB',
    code: 'part-exceeds-whole',
    field: 'Pss',
    after: -5,
  },
  {
    what: 'an Rss that is not the sum of its parts',
    file: SMAPS,
    find: /^Shared_Clean: .*/,
    by: 'Shared_Clean:        555 kB',
    code: 'parts-mismatch',
    field: 'Rss',
    after: -7,
  },
  {
    what: 'a rollup that begins elsewhere',
    file: ROLLUP,
    find: /^[0-9a-f]+-/,
    by: '55e9b7394000-',
    code: 'range-mismatch',
    field: 'start',
    beside: [SMAPS],
  },
  {
    what: 'a rollup that ends elsewhere',
    file: ROLLUP,
    find: /(?<=-)[0-9a-f]+/,
    by: '7ffffffff000',
    code: 'range-mismatch',
    field: 'end',
    beside: [MAPS],
  },
  {
    what: 'a rollup with another Swap than the regions',
    file: ROLLUP,
    find: /^Swap: .*/,
    by: 'Swap:                 12 kB',
    code: 'sum-mismatch',
    field: 'Swap',
    after: -20,
    beside: [SMAPS],
  },
  {
    what: 'a peak below what is now',
    file: STATUS,
    find: /^VmPeak:.*/,
    by: 'VmPeak:\t     100 kB',
    code: 'part-exceeds-whole',
    field: 'VmSize',
    after: 1,
  },
  {
    what: 'a VmRSS that is not the sum of its parts',
    file: STATUS,
    find: /^RssFile:.*/,
    by: 'RssFile:\t      40 kB',
    code: 'parts-mismatch',
    field: 'VmRSS',
    after: -2,
  },
  ...['VmSize', 'VmData', 'VmStk', 'VmLib'].map(
    (name): Fault => ({
      what: `a ${name} that the regions do not add up to`,
      file: STATUS,
      find: new RegExp(`(?<=^${name}:.*)\\d\\d kB`),
      by: '08 kB',
      code: 'sum-mismatch',
      field: name === 'VmLib' ? 'VmExe + VmLib' : name,
      after: name === 'VmLib' ? -1 : 0,
      beside: [SMAPS],
    }),
  ),
  {
    what: 'a total of pmap that its rows do not add up to',
    file: 'pmap/x.txt',
    find: /^total kB.*/,
    by: 'total kB            4242    7584    7576',
    code: 'total-mismatch',
    field: 'Size',
  },
  {
    what: 'a row of pmap that is not in its total',
    file: 'pmap/d.txt',
    find: /(?<=^[0-9a-f]{16} +)\d+ r-x-- /,
    by: '4 r-x-- ',
    code: 'total-mismatch',
    field: 'Size',
    after: Number.NaN,
  },
  {
    what: 'a flag that was gone before a counter came',
    file: SMAPS,
    find: /^VmFlags: rd mr mw me/,
    by: 'VmFlags: rd mr mw me dw',
    code: 'no-kernel',
    field: 'the flag dw',
  },
]

test.each(FAULTS)('finds $what', ({ file, find, by, code, field, after = 0, beside = [] }) => {
  const lines = readFileSync(join(CAPTURE, file), 'latin1').split('\n')
  const at = lines.findIndex((line) => find.test(line))
  expect(at).toBeGreaterThanOrEqual(0)
  const [sound] = [lines.join('\n')]
  lines[at] = (lines[at] as string).replace(find, by)
  const others = beside.map((name) => readFileSync(join(CAPTURE, name), 'latin1'))
  expect(findings([...others, sound])).toEqual([])

  const found = findings([...others, lines.join('\n')])
  const [finding] = found.filter(({ actual }) => actual.field === field)
  expect(finding?.code).toBe(code)
  expect(finding?.actual.view).toBe(others.length)
  if (!Number.isNaN(after)) expect(finding?.actual.line).toBe(at + 1 + after)
  expect(found.map((each) => each.code)).toEqual([code])
})

function findings(texts: readonly string[]) {
  const views = texts.flatMap((text): readonly View[] => {
    const bytes = Buffer.from(text, 'latin1')
    const { adapter, match } = detect(adapters, bytes)
    return parse(adapter, bytes, { dialect: match.dialect })
  })
  return check(adapters, views, { facts: { frozen: true } }).findings
}
