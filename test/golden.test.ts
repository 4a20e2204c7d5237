import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.js'
import type { View } from '../src/adapter.js'
import { loadCapture } from '../src/capture/folder.js'
import { captureFolders } from '../src/golden/captures.js'
import { goldenCases } from '../src/golden/index.js'
import { wrappingFor } from '../src/ops/candidates.js'
import { format, joined } from '../src/ops/format.js'
import { parse } from '../src/ops/parse.js'
import { HEAD_BYTES, unwrapped } from '../src/scan/wrapping.js'
import { readCase } from '../tools/golden/cases.js'
import { lint } from '../tools/golden/lint.js'
import { accounted, lineCount } from './laws/plain.js'

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url))
const cases = goldenCases()
const captures = captureFolders()

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

describe.each(cases)('$id', (one) => {
  const adapter = adapters.find(({ name }) => name === one.adapter)!
  const read = () => parse(adapter, one.text, { dialect: one.dialect })

  test('accounts for every line', () => {
    expect(accounted(read())).toBe(lineCount(one.text))
  })

  if (one.kind === 'either') return

  test('is read as expected', () => {
    expect(readCase(one)).toEqual(one.expected)
  })

  if (one.kind === 'invalid') return

  test('has no errors, is detected and comes back', () => {
    const views = read()
    expect(views.reduce((total, view) => total + view.diagnostics.countOf('error'), 0)).toBe(0)
    const head = one.text.subarray(0, HEAD_BYTES)
    const bare = unwrapped(head, wrappingFor([adapter], head))
    expect(adapter.detect(bare) !== undefined).toBe(!one.flags.includes('undetected'))
    if (adapter.format === undefined) return
    const comesBack = Buffer.from(joined(format(adapter, views))).equals(one.text)
    expect(comesBack).toBe(!one.flags.includes('rewritten') && !isPartlyRead(views))
  })
})

test.each(captures)('$name: every text is read whole, and comes back', ({ path }) => {
  const { texts, process } = loadCapture(path)
  expect(process.pid).toBeGreaterThan(0)
  for (const { adapter: name, dialect, file, bytes } of texts) {
    const adapter = adapters.find((one) => one.name === name)
    if (adapter === undefined) throw new Error(`${file}: no adapter is named ${name}`)
    const views = parse(adapter, bytes, { dialect })
    expect([file, accounted(views)]).toEqual([file, lineCount(bytes)])
    const errors = views.flatMap((view) => [...view.diagnostics].filter(({ severity }) => severity === 'error'))
    expect([file, ...errors.filter(({ code }) => code !== 'bogus-row')]).toEqual([file])
    if (adapter.format === undefined || isPartlyRead(views)) continue
    expect([file, Buffer.from(joined(format(adapter, views))).equals(bytes)]).toEqual([file, true])
  }
})
