import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'
import { adapterNamed, goldens } from '../../laws/corpus.js'
import { regions } from '../../laws/plain.js'
import { runs } from '../../laws/runs.js'

/** Larger ones say nothing else. */
const LARGEST = 4 * 1024

const texts = adapters.flatMap((adapter) =>
  goldens(adapter, 'valid')
    .filter(({ text }) => text.length <= LARGEST)
    .map((text) => ({ adapter, text })),
)

/** What the views say of their regions, in the words that both they and the others have. */
function said(views: readonly View[], others: readonly View[]): object[] {
  const theirs = new Set(others.flatMap(({ says }) => [...says]))
  return (
    views
      .flatMap((view) => regions({ ...view, says: new Set([...view.says].filter((field) => theirs.has(field))) }))
      // In a table, a row that says nothing is no region.
      .filter((region) => Object.keys(region).length > 0)
  )
}

describe.each(['csv', 'ndjson', 'json'])('what any golden text says comes back from %s', (name) => {
  const target = adapterNamed(name)

  test.each(texts)('$adapter.name/$text.name', ({ adapter, text: { text, dialect } }) => {
    const views = parse(adapter, text, { dialect })
    const again = parse(target, joined(format(target, views)))
    expect(again.reduce((errors, { diagnostics }) => errors + diagnostics.countOf('error'), 0)).toBe(0)
    const back = again.filter(({ table }) => table.length > 0)
    const sent = views.filter(({ table }) => table.length > 0)
    const [found, expected] = [said(back, sent), said(sent, back)]
    if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected)
    const named = views.filter(({ process }) => process?.pid !== undefined)
    // A table does not show where a view that looks like the one before it begins.
    if (name !== 'csv' || new Set(named.map(({ process }) => process?.pid)).size === views.length) {
      expect(again.map(namesOf)).toEqual(views.map(namesOf))
    }
  })
})

function namesOf({ process }: View): readonly unknown[] {
  return [process?.pid, process?.command, process?.user, process?.startTime]
}

test('no cell of any table can be a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), ({ adapter, text }) => {
      const views = parse(adapter, text.text, { dialect: text.dialect })
      const table = Buffer.from(joined(format(adapterNamed('csv'), views, { dialect: 'regions' }))).toString()
      const cells = [...table.matchAll(/("(?:[^"]|"")*"|[^,\n]*)[,\n]/g)].map(([, cell = '']) => cell.replace(/^"/, ''))
      expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
    }),
    runs(200),
  )
})
