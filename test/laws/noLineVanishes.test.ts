import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { damage, damagedBy } from '../../arbitraries/damage.js'
import { parse } from '../../src/ops/parse.js'
import { anyText } from './corpus.js'
import { accounted, lineCount } from './plain.js'
import { runs } from './runs.js'

describe.each(adapters)('no line vanishes: $name', (adapter) => {
  const holds = (text: Uint8Array, dialect: string): void => {
    const views = parse(adapter, text, { dialect })
    expect(accounted(views)).toBe(lineCount(text))
  }

  test('of a whole text', () => {
    fc.assert(
      fc.property(anyText(adapter), ({ text, dialect }) => holds(text, dialect)),
      runs(150),
    )
  })

  test('of a damaged text', () => {
    fc.assert(
      fc.property(anyText(adapter), fc.array(damage, { minLength: 1, maxLength: 3 }), ({ text, dialect }, list) =>
        holds(list.reduce(damagedBy, text), dialect),
      ),
      runs(300),
    )
  })

  test('nor is any kept out without a finding', () => {
    fc.assert(
      fc.property(anyText(adapter), damage, ({ text, dialect }, one) => {
        for (const { lines, diagnostics } of parse(adapter, damagedBy(text, one), { dialect })) {
          expect(diagnostics.counts.size === 0 && lines.rejected > 0).toBe(false)
        }
      }),
      runs(300),
    )
  })
})
