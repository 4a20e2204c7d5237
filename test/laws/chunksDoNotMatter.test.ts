import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { damage, damagedBy } from '../../arbitraries/damage.js'
import { parse, Reader } from '../../src/ops/parse.js'
import { chunked, chunking } from './chunking.js'
import { anyText } from './corpus.js'
import { plain } from './plain.js'
import { runs } from './runs.js'

describe.each(adapters)('chunks do not matter: $name', (adapter) => {
  const holds = (text: Uint8Array, dialect: string, sizes: readonly number[]): void => {
    const reader = new Reader(adapter, { dialect })
    for (const chunk of chunked(text, sizes)) reader.push(chunk)
    expect(reader.end().map(plain)).toEqual(parse(adapter, text, { dialect }).map(plain))
  }

  test('to a whole text', () => {
    fc.assert(
      fc.property(anyText(adapter), chunking, ({ text, dialect }, sizes) => holds(text, dialect, sizes)),
      runs(100),
    )
  })

  test('to a damaged text', () => {
    fc.assert(
      fc.property(anyText(adapter), damage, chunking, ({ text, dialect }, one, sizes) =>
        holds(damagedBy(text, one), dialect, sizes),
      ),
      runs(100),
    )
  })
})
