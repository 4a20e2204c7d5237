import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { captureFolders } from '../../../../src/golden/captures.js'
import { type GoldenCase, goldenCases } from '../../../../src/golden/index.js'
import { datingText } from '../../../../src/kernel/dating.js'
import { isWithin } from '../../../../src/kernel/version.js'
import { factsOf } from '../../../../src/library/snapshot-views.js'
import { check } from '../../../../src/ops/check.js'
import { date } from '../../../../src/ops/dating/date.js'
import { parse } from '../../../../src/ops/parse.js'
import { viewsOfCapture } from './captured.js'

const captures = captureFolders()
const texts = goldenCases({ kind: 'valid' }).filter(
  ({ adapter, source, kernel }) =>
    ['maps', 'smaps', 'status', 'pmap'].includes(adapter) &&
    // What is made by hand as of a kernel has to be what that kernel could have printed.
    (source === 'captured' || (adapter !== 'pmap' && kernel !== undefined)),
)

/** What a tool printed of a process that was made up for it, with a mapping of no size. */
const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  'pmap/toybox-kernel-names': ['empty-range'],
  'pmap/toybox-x-kernel-names': ['empty-range'],
}

describe('every golden capture obeys the laws', () => {
  test.each(captures)('$name', ({ path }) => {
    const { snapshot, views } = viewsOfCapture(path)
    const result = check(adapters, views, { facts: factsOf(snapshot), arch: snapshot.host.arch as string })
    expect(result.findings).toEqual([])
    expect(result.drifted).toEqual([])
    if (snapshot.process.kind === 'process') expect(result.asked.size).toBeGreaterThanOrEqual(8)
  })
})

describe('every golden text of a kernel obeys the laws', () => {
  test.each(texts.map((text) => ({ name: `${text.adapter}/${text.name}`, text })))('$name', ({ name, text }) => {
    const { findings } = check(adapters, viewsOf(text))
    expect(findings.map(({ code }) => code)).toEqual(MADE_UP[name] ?? [])
  })
})

describe('the true kernel could have printed it', () => {
  test.each(captures)('$name', ({ path }) => {
    const { snapshot, views } = viewsOfCapture(path)
    // Each text alone, and all of them, with the machine known and without.
    for (const some of [...views.map((view) => [view]), views]) {
      expectWithin(snapshot.host.kernel as string, date(adapters, some))
      expectWithin(snapshot.host.kernel as string, date(adapters, some, snapshot.host.arch))
    }
  })

  const dated = texts.filter(({ kernel }) => kernel !== undefined)
  test.each(dated.map((text) => ({ name: `${text.adapter}/${text.name}`, text })))('$name', ({ text }) => {
    expectWithin(text.kernel as string, date(adapters, viewsOf(text)))
  })

  test('and is not one of many: smaps tells it to a few releases', () => {
    const told = (name: string): string => {
      const path = captures.find((one) => one.name === name)?.path as string
      return datingText(date(adapters, viewsOfCapture(path).views, 'x86_64'))
    }
    expect(told('captures/4.4.155-x86_64/perl')).toBe('Linux 4.4')
    expect(told('captures/5.10.0-46-amd64-x86_64/perl')).toBe('Linux 5.9 to 5.14')
  })
})

function viewsOf({ adapter: name, text, dialect }: GoldenCase) {
  const adapter = adapters.find((each) => each.name === name) as (typeof adapters)[number]
  return parse(adapter, text, { dialect })
}

function expectWithin(kernel: string, dating: ReturnType<typeof date>): void {
  const { since, until, contradictory } = dating
  expect(contradictory).toBe(false)
  const span = { ...(since && { since: since.since }), ...(until && { until: until.until }) }
  expect([kernel, span, isWithin(kernel, span)]).toEqual([kernel, span, true])
}
