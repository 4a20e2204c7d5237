import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalRegion } from '../../src/generated/canonical-region.js'
import { titleOf } from '../../src/generated/title.js'
import { lsofTexts, pmapTexts } from '../../src/generated/tool-texts.js'
import type { Region } from '../../src/model/region.js'
import { parse } from '../../src/ops/parse.js'
import type { SaidRegion } from '../../src/validate/types.js'
import { adapterNamed } from './corpus.js'
import { references } from './references.js'
import { runs } from './runs.js'

const texts = { lsof: lsofTexts(), pmap: pmapTexts() } as const

/** Not every plain reader keeps the bytes of a name that is not UTF-8. */
function plain(region: Region): SaidRegion {
  const { pathnameBase64: _, ...said } = canonicalRegion(region)
  return said
}

test.each([
  'lsof',
  'pmap',
] as const)('what is generated of %s says what the rows of the projection say, to a plain reader and to ours', (tool) => {
  fc.assert(
    fc.property(texts[tool], ({ text, dialect, kernel, tool: run, expected: { views } }) => {
      const called = `${titleOf(tool, run)} on Linux ${kernel}, ${dialect}`
      const about = `${called}\n${Buffer.from(text).toString('latin1')}`
      const read = parse(adapterNamed(tool), text, { dialect, asPrinted: true })
      const ours = read.map(({ process, table }) => ({
        process: { pid: process?.pid },
        regions: [...table].map(canonicalRegion),
      }))
      expect(ours, `ours: ${about}`).toEqual(views)
      expect(
        read.map(({ diagnostics }) => diagnostics.countOf('error')),
        about,
      ).toEqual(read.map(() => 0))
      const expected = views.flatMap(({ regions }) => regions.map(({ pathnameBase64: _, ...said }) => said))
      const plainly = references[tool]?.(Buffer.from(text), dialect) ?? []
      expect(plainly.map(plain), `plain: ${about}`).toEqual(expected)
    }),
    runs(150),
  )
})
