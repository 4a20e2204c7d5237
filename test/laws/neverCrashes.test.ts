import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { damage, damagedBy } from '../../arbitraries/damage.js'
import type { Adapter, View } from '../../src/adapter.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { MemmapsError } from '../../src/report/errors.js'
import { explain } from '../../src/report/wording.js'
import { anyText } from './corpus.js'
import { runs } from './runs.js'

/** Everything that a reader does with a text: read it, show the findings, touch every row, write it back. */
function use(adapter: Adapter, text: Uint8Array, dialect: string): readonly View[] {
  adapter.detect(text.subarray(0, 1024))
  const views = parse(adapter, text, { dialect })
  for (const { table, diagnostics } of views) {
    for (const finding of diagnostics) {
      expect(explain(finding, 'text')).not.toBe('')
      expect(finding.column + finding.length).toBeLessThanOrEqual(text.length)
    }
    expect([...table]).toHaveLength(table.length)
  }
  try {
    if (adapter.format !== undefined) joined(format(adapter, views))
  } catch (error) {
    // A damaged text may lack what its format cannot be written without; that is a user's error, any other is a crash.
    if (!(error instanceof MemmapsError && error.code === 'unwritable')) throw error
  }
  return views
}

describe.each(adapters)('never crashes: $name', (adapter) => {
  const dialects = Object.keys(adapter.dialects)

  test('on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400, size: 'max' }), fc.constantFrom(...dialects), (bytes, dialect) => {
        use(adapter, bytes, dialect)
      }),
      runs(300),
    )
  })

  test('on a damaged text', () => {
    fc.assert(
      fc.property(anyText(adapter), fc.array(damage, { minLength: 1, maxLength: 4 }), ({ text, dialect }, list) => {
        use(adapter, list.reduce(damagedBy, text), dialect)
      }),
      runs(300),
    )
  })

  test('on a text of another format', () => {
    for (const other of adapters) {
      fc.assert(
        fc.property(anyText(other), fc.constantFrom(...dialects), ({ text }, dialect) => {
          use(adapter, text, dialect)
        }),
        runs(15),
      )
    }
  })
})
