import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import type { Match } from '../src/adapter.js'
import { goldenCaptures, goldenCases } from '../src/golden/index.js'
import { detect } from '../src/ops/detect.js'
import { parse } from '../src/ops/parse.js'
import { MemmapsError } from '../src/report/errors.js'
import { plain } from './laws/plain.js'

const CAPTURES = fileURLToPath(new URL('../golden/captures', import.meta.url))

/** A text of which it is known what it is. */
interface Known {
  readonly name: string
  readonly adapter: string
  readonly dialect: string
  readonly text: Uint8Array
  /** True for a whole text that nothing was done to. */
  readonly good: boolean
  /** True where the first KiB fits two formats equally well. */
  readonly unsure: boolean
}

const cases = goldenCases()
  .filter(({ flags }) => !flags.includes('other-format'))
  .map(
    ({ id, adapter, kind, dialect, text, flags }): Known => ({
      name: id,
      adapter,
      dialect,
      text,
      good: kind === 'valid' && !flags.includes('undetected'),
      unsure: flags.includes('unsure'),
    }),
  )
const views = [...goldenCaptures(CAPTURES)].map(
  ({ id, adapter, dialect, text }): Known => ({ name: id, adapter, dialect, text, good: true, unsure: false }),
)
const texts = [...cases, ...views].filter(({ text }) => text.length > 0)

/** What detection answers: an adapter and how sure it is, or `unsure` where it says so. */
function answer(text: Uint8Array): { readonly adapter: string; readonly match?: Match } {
  try {
    const { adapter, match } = detect(adapters, text)
    return { adapter: adapter.name, match }
  } catch (error) {
    if (error instanceof MemmapsError && error.code === 'undetected') return { adapter: 'unsure' }
    throw error
  }
}

const answers = texts.map((known) => ({ known, ...answer(known.text) }))

describe('detection', () => {
  test('is never sure and wrong', () => {
    const wrong = answers
      .filter(({ known, adapter, match }) => match?.confidence === 'sure' && adapter !== known.adapter)
      .map(({ known, adapter, match }) => `${known.name}: ${adapter}, for ${match?.because}`)
    expect(wrong).toEqual([])
  })

  test('names the adapter of every good text, or says that it is unsure', () => {
    const names = adapters.map(({ name }) => name)
    const count = (is: string, seen: string) =>
      answers.filter(({ known, adapter }) => known.good && known.adapter === is && adapter === seen).length
    // The confusion matrix: how often a text of the row's adapter was taken for one of the column's.
    const confused = names.flatMap((is) =>
      names.filter((seen) => seen !== is && count(is, seen) > 0).map((seen) => `${is} as ${seen}: ${count(is, seen)}`),
    )
    expect(confused).toEqual([])
    for (const name of names) expect([name, count(name, name) > 0]).toEqual([name, true])
  })

  test('leads to the same reading as being told the dialect', () => {
    const differing = answers.flatMap(({ known, adapter: name, match }) => {
      const adapter = adapters.find((one) => one.name === name)
      if (!known.good || adapter === undefined || match === undefined || name !== known.adapter) return []
      // What is not sure of itself may be told better: several dialects print a process without memory alike.
      if (match.confidence !== 'sure' || match.dialect === known.dialect) return []
      const read = (dialect: string) =>
        JSON.stringify(parse(adapter, known.text, { dialect }).map(plain), (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        )
      return read(match.dialect) === read(known.dialect) ? [] : [`${known.name}: ${match.dialect}`]
    })
    expect(differing).toEqual([])
  })

  test('is unsure of good texts only where they are marked so', () => {
    const unsure = answers.filter(({ known, adapter }) => known.good && adapter === 'unsure')
    const marked = texts.filter((known) => known.good && known.unsure)
    expect(unsure.map(({ known }) => known.name)).toEqual(marked.map(({ name }) => name))
  })
})
