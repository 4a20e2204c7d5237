import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type PmapMode, readPmap } from '../../../reference/pmap.js'
import { telling, views } from '../reading.js'

const FOLDER = fileURLToPath(new URL('../../../../golden/pmap/valid/', import.meta.url))

/** The golden texts that have every column of their mode, and no row that is none. */
const PLAIN = /^(?:default|x|d|wide|widest|names|bytes)-(?!.*(?:quiet|repeated|below|glued|begins))|^names\b/

const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt') && PLAIN.test(file))
  .map((file) => file.slice(0, -'.txt'.length))

test('there are texts of every mode', () => {
  const modes = cases.map((name) => views(readFileSync(`${FOLDER}${name}.txt`))[0]?.dialect)
  expect([...new Set(modes)].sort()).toEqual(
    ['default', 'x', 'd', 'X', 'XX', 'default-3.2', 'x-3.2', 'x-3.3.2', 'X-3.3.4'].sort(),
  )
})

test.each(cases)('%s reads as the plain reader reads it', (name) => {
  const text = readFileSync(`${FOLDER}${name}.txt`)
  const all = views(text)
  const plain = readPmap(text, telling(all)?.dialect as PmapMode)
  expect(all.map(({ process }) => process?.pid)).toEqual(plain.map(({ pid }) => pid))
  all.forEach(({ table }, place) => {
    const read = [...table].map(({ pathnameBytes: _, ...region }) => region)
    expect(read).toEqual(plain[place]?.regions)
  })
})
