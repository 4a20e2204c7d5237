import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenCases } from '../../../../src/golden/index.js'
import { readCells } from '../../../reference/cell-pmap.js'
import { telling, views } from '../reading.js'

const cases = goldenCases({ adapter: 'pmap', kind: 'valid' }).filter(({ name }) =>
  /^(?:busybox|toybox|suse)/.test(name),
)

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(20)
})

describe.each(cases)('$name', ({ path, dialect: told }) => {
  test('is read as a plain reader does', () => {
    const text = readFileSync(path)
    const all = views(text, told)
    const dialect = telling(all)?.dialect as string
    const plain = readCells(text, dialect)
    if (plain === undefined) return expect(dialect).toBe('suse-d')
    const read = all.flatMap(({ table }) => [...table]).map(({ pathnameBytes, ...region }) => region)
    expect(read).toEqual(plain)
  })
})
