import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadCapture } from '../../src/capture/folder.js'
import { captureFolders, READINGS } from '../../src/golden/captures.js'
import { firstDifference, readingsOf, readReadings } from '../../tools/golden/readings.js'

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url))

/** A capture that came with a bug report has no readings until they are accepted. */
const captures = captureFolders().filter(({ path }) => existsSync(join(path, READINGS)))

test('there are readings of every kernel', () => {
  const kernels = Object.keys(JSON.parse(readFileSync(`${GOLDEN}captures/manifest.json`, 'utf8')))
  expect(kernels.length).toBeGreaterThan(25)
  expect([...new Set(captures.map(({ name }) => name.split('/')[1]))].sort()).toEqual(kernels.sort())
})

describe('every text is read as expected', () => {
  test.each(captures)('$name', ({ path }) => {
    const now = readingsOf(loadCapture(path).texts)
    expect(firstDifference(readReadings(path) ?? '', now)).toBeUndefined()
  })
})
