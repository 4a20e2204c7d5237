import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { goldenCases } from '../../../../src/golden/index.js'
import { check } from '../../../../src/ops/check.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

const cases = goldenCases().filter(
  ({ adapter, kind }) => ['maps', 'smaps', 'status'].includes(adapter) && kind !== 'invalid',
)

/** Texts that no kernel can have printed, and what does not go with the rest of each. */
const MIXTURES: Readonly<Record<string, string>> = {
  'maps/either/column-49-with-a-wide-address': 'end',
  'maps/either/nommu-with-a-heap': 'pathname',
  'maps/either/stack-of-a-thread-with-anon-shmem': 'the name [stack:*]',
  'smaps/either/anon-shmem-without-pss-dirty': 'no counter Pss_Dirty',
  'smaps/either/contradictory-fields': 'the flag nl',
  'smaps/either/denywrite-with-pss-dirty': 'the flag dw',
  'smaps/either/flags-without-locked': 'no counter Locked',
  'smaps/either/ksm-with-narrow-thpeligible': 'the spacing of THPeligible',
  'smaps/either/nonlinear-with-swap-pss': 'the flag nl',
  'smaps/either/page-size-above-rss-without-lazyfree': 'no counter LazyFree',
  'smaps/either/protection-key-without-hugetlb': 'no counter Shared_Hugetlb',
  'smaps/either/pss-anon-outside-a-rollup': 'Pss_Anon',
  'smaps/either/pss-dirty-without-file-pmd-mapped': 'no counter FilePmdMapped',
  'smaps/either/pss-dirty-without-thpeligible': 'no counter THPeligible',
  'smaps/either/rollup-with-a-size': 'Size',
  'smaps/either/rollup-with-flags': 'vmFlags',
  'smaps/either/sealed-on-32-bit': 'vmFlags',
  'smaps/either/shmem-pmd-without-swap-pss': 'no counter SwapPss',
  'smaps/either/stack-of-a-thread-with-lazyfree': 'the name [stack:*]',
  'smaps/either/stack-of-a-thread-with-thpeligible': 'the name [stack:*]',
  'smaps/either/thpeligible-tabs-with-pss-dirty': 'the spacing of THPeligible',
  'smaps/valid/flags-of-every-kernel': 'the flag nl',
}

test('these texts, and no others, mix what no kernel has together', () => {
  const found = cases.flatMap((one): (readonly [string, string])[] =>
    mixtures(one.text).map((field) => [`${one.adapter}/${one.kind}/${one.name}`, field]),
  )
  expect(Object.fromEntries(found)).toEqual(MIXTURES)
  expect(found.length).toBe(Object.keys(MIXTURES).length)
})

test('a mixture is told once, however many regions have it', () => {
  const lines = ['00400000-00401000', '7f0000000-7f0001000', '7f0001000-7f0002000', '7f0002000-7f0003000']
  const text = lines.map((range) => `${range} r-xp 00000000 08:01 77 `.padEnd(49)).map((line) => `${line}/x\n`)
  expect(mixtures(Buffer.from(text.join('')))).toEqual(['end'])
})

/** What goes against the rest of a text, as `check` reads it without being told anything. */
function mixtures(text: Uint8Array): readonly string[] {
  const detected = detectable(text)
  if (detected === undefined) return []
  const { findings } = check(adapters, detected)
  return findings.filter(({ code }) => code === 'no-kernel').map(({ actual }) => actual.field)
}

function detectable(text: Uint8Array) {
  try {
    const { adapter, match } = detect(adapters, text)
    return parse(adapter, text, { dialect: match.dialect })
  } catch {
    return undefined
  }
}
