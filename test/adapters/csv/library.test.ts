import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { sources } from '../../shape/sources.js'

const BUILD = 'csv-stringify/browser/esm/sync'

test('CSV is written with a build that runs in a browser: it imports nothing', () => {
  const built = readFileSync(createRequire(import.meta.url).resolve(BUILD), 'utf8')
  expect(ts.preProcessFile(built, true, true).importedFiles).toEqual([])
})

test('and with no other build', () => {
  const using = sources('src', 'adapters').filter(({ text }) => /from 'csv-stringify/.test(text))
  expect(using.map(({ path }) => path)).toEqual(['adapters/csv/formatter.ts'])
  expect(using[0]?.text).toContain(`from '${BUILD}'`)
})
