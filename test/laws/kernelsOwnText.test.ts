import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import { json } from '../../adapters/json/index.js'
import { maps } from '../../adapters/maps/index.js'
import { smaps } from '../../adapters/smaps/index.js'
import type { Adapter, View } from '../../src/adapter.js'
import { isWithin } from '../../src/kernel/version.js'
import { convert } from '../../src/library/convert.js'
import { check } from '../../src/ops/check.js'
import { parse } from '../../src/ops/parse.js'
import { kernelText } from './kernelText.js'
import { runs } from './runs.js'

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function read(adapter: Adapter, text: Uint8Array, dialect?: string): View {
  return parse(adapter, text, { asPrinted: true, ...(dialect === undefined ? {} : { dialect }) })[0] as View
}

test('what a release prints is written as that release byte for byte, without a loss', () => {
  fc.assert(
    fc.property(kernelText, ({ release, dialect, ...texts }) => {
      for (const adapter of [maps, smaps]) {
        const text = texts[adapter.name as 'maps' | 'smaps']
        const conversion = convert(read(adapter, text, dialect), `${adapter.name}:${dialect}@${release}`)
        expect(latin1(conversion.bytes)).toBe(latin1(text))
        expect(conversion.losses).toEqual([])
      }
    }),
    runs(150),
  )
})

test('and so it is from a copy that has no layouts', () => {
  fc.assert(
    fc.property(kernelText, ({ release, dialect, smaps: text }) => {
      const copy = read(json, convert(read(smaps, text, dialect), 'json').bytes)
      expect(latin1(convert(copy, `smaps:${dialect}@${release}`).bytes)).toBe(latin1(text))
    }),
    runs(60),
  )
})

test('what a release prints is dated to an interval that holds it', () => {
  fc.assert(
    fc.property(kernelText, ({ release, dialect, ...texts }) => {
      const views = [read(maps, texts.maps, dialect), read(smaps, texts.smaps, dialect)]
      const { dating, findings } = check(adapters, views)
      expect(findings.filter(({ code }) => code === 'no-kernel')).toEqual([])
      expect([dating.contradictory, dating.since, dating.until, release]).toEqual([
        false,
        dating.since,
        dating.until,
        release,
      ])
      const span = { since: dating.since?.since ?? release, until: dating.until?.until ?? release }
      expect([span, release, isWithin(release, span)]).toEqual([span, release, true])
    }),
    runs(150),
  )
})
