import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import type { View } from '../src/adapter.js'
import { loadCapture } from '../src/capture/folder.js'
import { wrappingFor } from '../src/ops/candidates.js'
import { format, joined } from '../src/ops/format.js'
import { parse } from '../src/ops/parse.js'
import { HEAD_BYTES, unwrapped } from '../src/scan/wrapping.js'
import { findCaptures, findCases, readCase } from '../tools/golden/cases.js'
import { lint } from '../tools/golden/lint.js'
import { readingOf } from '../tools/golden/reading.js'
import { captureText } from './captures/text.js'
import { accounted, lineCount } from './laws/plain.js'

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url))
const cases = findCases(GOLDEN)
const captures = findCaptures(GOLDEN)

/** True for a text of lsof of which something is in no view: rows that are not about memory, and messages. */
function isPartlyRead(views: readonly View[]): boolean {
  return views.some(
    ({ adapter, lines, diagnostics }) =>
      adapter === 'lsof' && (lines.rejected > 0 || diagnostics.count('other-row') > 0),
  )
}

test('the folder is in order, and every file in it is reached', () => {
  expect(lint(GOLDEN)).toEqual([])
})

test.each(adapters)('$name has texts of its own', ({ name }) => {
  for (const kind of ['valid', 'invalid']) {
    expect(cases.some((one) => one.adapter === name && one.kind === kind)).toBe(true)
  }
})

describe.each(cases)('$adapter/$kind/$name', (one) => {
  const adapter = adapters.find(({ name }) => name === one.adapter)!
  const dialect = one.about?.dialect
  const read = () => parse(adapter, one.text, dialect === undefined ? {} : { dialect })

  test('accounts for every line', () => {
    expect(accounted(read())).toBe(lineCount(one.text))
  })

  if (one.kind === 'either') return

  test('is read as expected', () => {
    expect(readCase(readingOf, one)).toEqual(one.about?.expect)
  })

  if (one.kind === 'invalid') return

  test('has no errors, is detected and comes back', () => {
    const views = read()
    expect(views.reduce((total, view) => total + view.diagnostics.countOf('error'), 0)).toBe(0)
    const flags = one.about?.flags ?? []
    const head = one.text.subarray(0, HEAD_BYTES)
    const bare = unwrapped(head, wrappingFor([adapter], head))
    expect(adapter.detect(bare) !== undefined).toBe(!flags.includes('undetected'))
    if (adapter.format === undefined) return
    const comesBack = Buffer.from(joined(format(adapter, views))).equals(one.text)
    expect(comesBack).toBe(!flags.includes('rewritten') && !isPartlyRead(views))
  })
})

describe.each(captures)('$name', ({ path, manifest }) => {
  test('is loaded as a snapshot', () => {
    const { texts, process } = loadCapture(path)
    expect(texts.map(({ file }) => file)).toEqual(manifest.views.map(({ file }) => file))
    expect(process.pid).toBeGreaterThan(0)
  })

  test('every text is read whole, and comes back', () => {
    for (const { adapter: name, dialect, file } of manifest.views) {
      const adapter = adapters.find((one) => one.name === name)
      if (adapter === undefined) throw new Error(`${file}: no adapter is named ${name}`)
      const text = captureText(path, file)
      const views = parse(adapter, text, { dialect })
      expect([file, accounted(views)]).toEqual([file, lineCount(text)])
      const errors = views.flatMap((view) => [...view.diagnostics].filter(({ severity }) => severity === 'error'))
      expect([file, ...errors.filter(({ code }) => code !== 'bogus-row')]).toEqual([file])
      if (adapter.format === undefined || isPartlyRead(views)) continue
      expect([file, Buffer.from(joined(format(adapter, views))).equals(text)]).toEqual([file, true])
    }
  })
})
