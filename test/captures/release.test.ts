import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { View } from '../../src/adapter.js'
import { loadCapture } from '../../src/capture/folder.js'
import { captureFolders } from '../../src/golden/captures.js'
import { convert } from '../../src/library/convert.js'
import { viewOf } from '../../src/library/snapshot-views.js'
import { date } from '../../src/ops/dating/date.js'
import { parse } from '../../src/ops/parse.js'

/** Kernels whose smaps holds what mainline has only later: a stable release took it over. */
const BACK_PORTED: Readonly<Record<string, string>> = { '4.19.304': 'THPeligible' }

describe.each(captureFolders().map(({ name, path }) => [name, path] as const))('%s', (_, path) => {
  const snapshot = loadCapture(path)
  const { kernel = '' } = snapshot.host
  const texts = snapshot.texts.filter(({ argv, bytes }) => argv === undefined && bytes.length > 0)
  const written = texts.filter(({ adapter }) => adapter === 'maps' || adapter === 'smaps')

  test('what its kernel printed is written as of that release, byte for byte', () => {
    for (const text of written) {
      const view = viewOf(adapters, snapshot, text)
      const conversion = convert(view, `${view.adapter}:${view.dialect}@${kernel}`)
      if (BACK_PORTED[kernel] !== undefined && view.adapter === 'smaps' && view.dialect !== 'rollup') {
        expect(conversion.losses).toMatchObject([{ field: 'counters', parts: [BACK_PORTED[kernel]] }])
      } else {
        expect(conversion.losses).toEqual([])
        expect(Buffer.from(conversion.bytes).equals(Buffer.from(text.bytes))).toBe(true)
      }
    }
  })
})

test.each([
  ['5.10', 'Pss_Dirty, KSM'],
  ['4.4', 'Pss_Dirty, KSM, LazyFree, ShmemPmdMapped, FilePmdMapped, THPeligible'],
])('what 6.12 printed is written as %s would, and %s is lost', (release, lost) => {
  const { path } = captureFolders().find(({ name }) => /6\.12\.107.*-armmp.*perl/.test(name)) as { path: string }
  const snapshot = loadCapture(path)
  const text = snapshot.texts.find(({ adapter }) => adapter === 'smaps') as (typeof snapshot.texts)[number]
  const view = viewOf(adapters, snapshot, text)
  const conversion = convert(view, `smaps:32bit@${release}`)
  const counters = conversion.losses.find(({ field }) => field === 'counters')
  expect(counters?.parts.join(', ')).toBe(lost)
  const smaps = adapters.find(({ name }) => name === 'smaps') as (typeof adapters)[number]
  const [back] = parse(smaps, conversion.bytes, { asPrinted: true }) as [View]
  const { since, until, contradictory } = date(adapters, [back])
  expect(contradictory).toBe(false)
  expect([since?.since, until?.until]).toEqual(release === '5.10' ? ['5.9', '5.19'] : ['4.4', '4.7'])
})
