import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goldenCases } from 'memmaps/golden'
import { parseMaps } from '../parse-maps.js'
import { said } from '../said.js'

/** A region without what the toy parser does not say: the bytes of names that are not UTF-8. */
const shown = ({ pathnameBase64: _, ...region }) => region

for (const { id, text, expected } of goldenCases({ adapter: 'maps', kind: 'valid' })) {
  test(id, () => {
    const regions = expected.views.flatMap((view) => view.regions)
    assert.deepEqual(parseMaps(text).map(said), regions.map(shown))
  })
}

for (const { id, text } of goldenCases({ adapter: 'maps', kind: 'invalid' })) {
  test(id, () => {
    assert.throws(() => parseMaps(text), SyntaxError)
  })
}

for (const { id, text } of goldenCases({ adapter: 'maps', kind: 'either' })) {
  test(id, () => {
    try {
      parseMaps(text)
    } catch (error) {
      assert(error instanceof SyntaxError)
    }
  })
}
