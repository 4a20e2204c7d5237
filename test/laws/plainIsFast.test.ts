import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { Region } from '../../src/model/region.js'
import { parse } from '../../src/ops/parse.js'
import { canMake, captured, madeText, type Text } from './corpus.js'
import { references } from './references.js'
import { runs } from './runs.js'

/** What a plain reader makes no sense of, and the fast one does. */
const beyond: Readonly<Record<string, RegExp>> = {
  // The rest of a line over 1023 bytes, which pmap took for a mapping; and a CR in a name, where `.` stops.
  pmap: /^ *f{8}(?:f{8})? |\r/m,
}

describe.each(adapters)('plain = fast: $name', (adapter) => {
  const reference = references[adapter.name]

  const holds = ({ text, dialect }: Text): void => {
    const views = parse(adapter, text, { dialect, asPrinted: true })
    const read = views.flatMap(({ table }) => [...table])
    const plain = reference!(Buffer.from(text), views[0]!.dialect)
    expect(read.map(withoutBytes)).toEqual(plain.map(withoutBytes))
  }

  const texts = captured(adapter)
  const readable = texts.filter(({ text }) => !beyond[adapter.name]?.test(Buffer.from(text).toString('latin1')))

  test.skipIf(reference === undefined).each(readable)('$name', holds)

  test.skip.each(texts.filter((one) => !readable.includes(one)))('$name: beyond the plain reader', holds)

  test.skipIf(reference === undefined || !canMake(adapter))('made texts', () => {
    fc.assert(fc.property(madeText(adapter), holds), runs(200))
  })
})

/** Not every plain reader keeps the bytes of a name that is not UTF-8. */
function withoutBytes({ pathnameBytes: _, ...region }: Region): Omit<Region, 'pathnameBytes'> {
  return region
}
