import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { captureFolders } from '../../../../src/golden/captures.js'
import { factsOf } from '../../../../src/library/snapshot-views.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'
import { viewsOfCapture } from './captured.js'

const captures = captureFolders()
const perl = captures.find(({ name }) => name.includes('6.12.117-anonvma') && name.endsWith('perl'))?.path as string

describe('compare holds sums against regions, and pairs none of them', () => {
  test.each(captures)('$name', ({ path }) => {
    const { snapshot, views } = viewsOfCapture(path)
    const { verdict, sums, pairs, reference } = compare(adapters, views, { facts: factsOf(snapshot) })
    expect(sums.findings).toEqual([])
    expect(verdict).not.toBe('disagree')
    for (const { other } of pairs) expect(views[other]?.dialect).not.toMatch(/^rollup/)
    if (snapshot.process.kind === 'process') expect(views[reference]?.table.length).toBeGreaterThan(1)
  })
})

test('a sum that the regions do not add up to is a disagreement', () => {
  const views = damaged(/^VmSize:.*/m, 'VmSize:\t    9000 kB')
  const { verdict, sums } = compare(adapters, views)
  expect(verdict).toBe('disagree')
  expect(sums.findings.map(({ code, actual }) => [code, actual.field])).toEqual([['sum-mismatch', 'VmSize']])
})

test('what was resident at another moment drifts, unless the process stood still', () => {
  const views = damaged(
    /^Vm(HWM|RSS):.*\n(VmRSS:.*\n)?RssAnon:.*/m,
    'VmHWM:\t    8000 kB\nVmRSS:\t    7584 kB\nRssAnon:\t    2704 kB',
  )
  const later = views.map((view) => ({ ...view, source: { ...view.source, kernel: '6.18.0' } }))
  const loose = compare(adapters, later)
  expect(loose.sums.findings).toEqual([])
  expect(loose.sums.drifted.map(({ actual }) => actual.field)).toEqual(['VmRSS', 'RssAnon'])
  expect(loose.verdict).toBe('explained')
  expect(compare(adapters, later, { facts: { frozen: true } }).verdict).toBe('disagree')
})

test('a process that moved is not held against its sums', () => {
  const views = damaged(/^VmSize:.*/m, 'VmSize:\t    9000 kB')
  expect(compare(adapters, views, { moved: true }).sums).toEqual({ findings: [], exceptions: [], drifted: [] })
})

/** smaps and status of a capture, with something of the status replaced. */
function damaged(find: RegExp, by: string): readonly View[] {
  const smaps = viewsOfCapture(perl).views.find(({ adapter }) => adapter === 'smaps') as View
  const status = adapters.find(({ name }) => name === 'status') as (typeof adapters)[number]
  const text = readStatus().replace(find, by)
  expect(text).not.toBe(readStatus())
  return [smaps, ...parse(status, Buffer.from(text), { source: { ...smaps.source } })]
}

function readStatus(): string {
  return readFileSync(join(perl, 'proc/status'), 'latin1')
}
