import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { damaged, mapsTexts } from 'memmaps/arbitraries'
import { parseMaps } from '../parse-maps.js'
import { said } from '../said.js'

const SETTINGS = { seed: 1, numRuns: 300 }

test('an address space of Linux 6.12 is read as it is', () => {
  const property = fc.property(mapsTexts({ kernel: '6.12', arch: 'x86_64' }), ({ text, expected }) => {
    const regions = expected.regions.map(({ pathnameBase64: _, ...region }) => region)
    assert.deepEqual(parseMaps(text).map(said), regions)
  })
  fc.assert(property, SETTINGS)
})

test('a damaged text is read or refused', () => {
  const texts = mapsTexts({ kernel: { since: '5.10', until: '6.12' } }).chain(({ text }) => damaged(text))
  const property = fc.property(texts, (text) => {
    try {
      parseMaps(text)
    } catch (error) {
      assert(error instanceof SyntaxError)
    }
  })
  fc.assert(property, SETTINGS)
})
