import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { madeText } from './corpus.js'
import { runs } from './runs.js'

// The golden test holds every captured text to the same law, once each.
describe.each(adapters)('text comes back: $name', (adapter) => {
  test.skipIf(adapter.format === undefined)('byte for byte, if it is as its tool prints it', () => {
    fc.assert(
      fc.property(madeText(adapter), ({ text, dialect }) => {
        const views = parse(adapter, text, { dialect, asPrinted: true })
        expect(Buffer.from(joined(format(adapter, views))).toString('latin1')).toBe(
          Buffer.from(text).toString('latin1'),
        )
      }),
      runs(200),
    )
  })
})
