import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { Region } from '../../src/model/region.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { novelties } from './novelty.js'
import { runs } from './runs.js'

/** Everything that is said of a region under a name of its own: counters, flags, and what is kept as text. */
function said({ counters, vmFlags, extra }: Region): readonly string[] {
  return [
    ...Object.entries(counters ?? {}).map(([name, value]) => `${name}=${value / 1024}`),
    ...(vmFlags ?? []),
    ...Object.entries(extra ?? {}).map(([name, value]) => `${name}=${value.trim()}`),
  ]
}

describe.each(adapters)('more than the present: $name', (adapter) => {
  const own = novelties[adapter.name] ?? []

  test('the tests know something new for it', () => {
    expect(own).not.toEqual([])
  })

  test.each(own)('$what is kept, noted and written back', ({ text: arbitrary, dialect, unnoted }) => {
    fc.assert(
      fc.property(arbitrary, ({ text, rows, shows }) => {
        const views = parse(adapter, text, { dialect })
        expect(views.reduce((sum, { diagnostics }) => sum + diagnostics.countOf('error'), 0)).toBe(0)
        const notes = views.reduce((sum, { diagnostics }) => sum + diagnostics.countOf('note'), 0)
        expect(notes > 0).toBe(!unnoted)
        const regions = views.flatMap(({ table }) => [...table])
        const totals = views.flatMap((view) => view.totals.map(({ name, value }) => `${name}=${value / 1024n}`))
        if (adapter.grain === 'process') expect(totals).toContain(shows)
        else expect(regions.length).toBeGreaterThan(0)
        for (const row of rows ?? regions.keys()) expect(said(regions[row]!)).toContain(shows)
        if (adapter.format === undefined) return
        const back = Buffer.from(joined(format(adapter, views)))
        expect(back.toString('latin1')).toBe(Buffer.from(text).toString('latin1'))
      }),
      runs(100),
    )
  })
})
