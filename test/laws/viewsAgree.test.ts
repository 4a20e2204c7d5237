import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'
import type { Adapter, View } from '../../src/adapter.js'
import { RegionTable } from '../../src/model/table.js'
import { compare } from '../../src/ops/compare.js'
import { parse } from '../../src/ops/parse.js'
import { projectView } from '../../src/ops/project.js'
import { adapterNamed } from './corpus.js'
import { runs } from './runs.js'

/** Every adapter that knows what its tool would have shown, in each of its dialects. */
const TARGETS = adapters
  .filter((adapter) => adapter.project !== undefined)
  .flatMap((adapter) => Object.keys(adapter.dialects).map((dialect) => [adapter.name, dialect] as const))

/** What a kernel printed of an address space that the generator made. */
const kernelView = smapsText.map(({ text }) => parse(adapterNamed('smaps'), text, { asPrinted: true })[0] as View)

describe.each(TARGETS)('%s:%s', (name, dialect) => {
  const adapter = adapterNamed(name)

  test('what the tool would have shown and what the kernel shows can be true together', () => {
    fc.assert(
      fc.property(kernelView, (view) => {
        const shown = projected(adapter, dialect, view)
        const { pairs } = compare(adapters, [view, shown])
        expect(pairs.flatMap(({ differences }) => differences)).toEqual([])
      }),
      runs(60),
    )
  })

  test('the order of the views does not matter', () => {
    fc.assert(
      fc.property(kernelView, fc.nat(), (view, pick) => {
        const whole = projected(adapter, dialect, view)
        // A row is lost on the way, so that there is something to disagree on.
        const other = withoutRow(whole, pick)
        const there = compare(adapters, [view, other])
        const back = compare(adapters, [other, view])
        expect(back.verdict).toBe(there.verdict)
        expect(back.pairs[0]?.differences).toEqual(there.pairs[0]?.differences)
      }),
      runs(30),
    )
  })

  test('a projection of a projection is the same', () => {
    fc.assert(
      fc.property(kernelView, (view) => {
        const once = projected(adapter, dialect, view)
        const twice = projected(adapter, dialect, once)
        expect([...twice.table]).toEqual([...once.table])
      }),
      runs(60),
    )
  })
})

/** The view that a run of the tool would have given, all its rows asked for. */
function projected(adapter: Adapter, dialect: string, view: View): View {
  const says = new Set(adapter.dialects[dialect]?.says)
  const as = {
    ...view,
    adapter: adapter.name,
    dialect,
    says,
    table: view.table,
    source: { argv: [adapter.name, '-p'] },
  }
  const { table } = projectView(adapters, view, as, {}).projection
  return { ...as, table }
}

function withoutRow(view: View, pick: number): View {
  const { columns, length } = view.table
  if (length === 0) return view
  const gone = pick % length
  const kept = Array.from({ length }, (_, row) => row).filter((row) => row !== gone)
  const words = Uint32Array.from(kept.flatMap((row) => [...columns.words.subarray(row * 8, row * 8 + 8)]))
  const take = (column: Uint32Array | Uint16Array | Uint8Array): number[] => kept.map((row) => column[row] as number)
  const table = new RegionTable({
    ...columns,
    length: kept.length,
    words,
    longs: new BigUint64Array(words.buffer),
    present: Uint16Array.from(take(columns.present)),
    permsCodes: Uint8Array.from(take(columns.permsCodes)),
    deviceIds: Uint32Array.from(take(columns.deviceIds)),
    nameIds: Uint32Array.from(take(columns.nameIds)),
    lines: Uint32Array.from(kept, (row) => view.table.line(row)),
    flagIds: columns.flagIds && Uint32Array.from(take(columns.flagIds)),
    files: columns.files && kept.map((row) => columns.files?.[row]),
    counters: new Map(),
  })
  return { ...view, table }
}
