import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { smapsText } from '../../arbitraries/wild/smaps-text.js'
import type { FieldName } from '../../src/model/fields.js'
import { format, joined } from '../../src/ops/format.js'
import { parse } from '../../src/ops/parse.js'
import { adapterNamed, anyText } from './corpus.js'
import { regions } from './plain.js'
import { runs } from './runs.js'

/** What a mapping is: a dialect that says all of it must bring every view back. */
const WHOLE: readonly FieldName[] = ['start', 'end', 'perms', 'offset', 'device', 'inode', 'pathname']

describe.each(adapters)('table comes back: $name', (adapter) => {
  test.skipIf(adapter.format === undefined)('from its own text', () => {
    fc.assert(
      fc.property(anyText(adapter), ({ text, dialect }) => {
        const views = parse(adapter, text, { dialect, asPrinted: true }).filter(({ table }) => table.length > 0)
        const again = parse(adapter, joined(format(adapter, views)), { dialect, asPrinted: true })
        expect(again.filter(({ table }) => table.length > 0).map(regions)).toEqual(views.map(regions))
      }),
      runs(150),
    )
  })

  for (const [dialect, { says, lossy = {} }] of Object.entries(adapter.dialects)) {
    const whole = WHOLE.every((field) => says.includes(field) && lossy[field] === undefined)
    test.skipIf(!whole || adapter.format === undefined)(`from smaps through ${dialect}, in all that it says`, () => {
      fc.assert(
        fc.property(smapsText, ({ text }) => {
          const [view] = parse(adapterNamed('smaps'), text, { asPrinted: true })
          const [again] = parse(adapter, joined(format(adapter, view!, { dialect })), { dialect, asPrinted: true })
          const both = new Set([...view!.says].filter((field) => again!.says.has(field)))
          expect(regions({ ...again!, says: both })).toEqual(regions({ ...view!, says: both }))
        }),
        runs(100),
      )
    })
  }
})
