import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findCases } from '../../../../tools/golden/cases.js'
import { readCells } from '../../../reference/cell-pmap.js'
import { telling, views } from '../reading.js'

const GOLDEN = fileURLToPath(new URL('../../../../golden/', import.meta.url))
const cases = findCases(GOLDEN).filter(
  ({ adapter, kind, name }) => adapter === 'pmap' && kind === 'valid' && /^(?:busybox|toybox|suse)/.test(name),
)

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(20)
})

describe.each(cases)('$name', ({ adapter, kind, name, about }) => {
  test('is read as a plain reader does', () => {
    const text = readFileSync(`${GOLDEN}${adapter}/${kind}/${name}.txt`)
    const all = views(text, about?.dialect)
    const dialect = telling(all)?.dialect as string
    const plain = readCells(text, dialect)
    if (plain === undefined) return expect(dialect).toBe('suse-d')
    const read = all.flatMap(({ table }) => [...table]).map(({ pathnameBytes, ...region }) => region)
    expect(read).toEqual(plain)
  })
})
