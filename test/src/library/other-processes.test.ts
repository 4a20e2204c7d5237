import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { loadCapture } from '../../../src/capture/folder.js'
import { compareSnapshot } from '../../../src/library/compare-snapshot.js'
import { check } from '../../../src/library/of-snapshot.js'
import { type Snapshot, withViews } from '../../../src/library/snapshot.js'
import { viewOf } from '../../../src/library/snapshot-views.js'

const CAPTURES = fileURLToPath(new URL('../../../golden/captures/', import.meta.url))
const captured = loadCapture(`${CAPTURES}4.4.155-x86_64/threads`)
const ROW = 'other     215 root txt    REG    0,2    870992    3439 /lab/other\n'

/** The capture with a row of process 215 at the end of lsof's table, which was called so. */
function withRow(argv: readonly string[]): Snapshot {
  const texts = captured.texts.map((text) =>
    text.dialect === 'table' ? { ...text, argv, bytes: Buffer.concat([text.bytes, Buffer.from(ROW)]) } : text,
  )
  return withViews({ ...captured, texts })
}

const found = (snapshot: Snapshot): object =>
  Object.fromEntries(snapshot.texts.flatMap((text) => [...viewOf(adapters, snapshot, text).diagnostics.counts]))

test.each([
  ['lsof', '-nP', '-a', '-p', '138', '-d', 'mem'],
  ['lsof', '-p', '138'],
  ['lsof', '-p', '7,138,9'],
])('a row that %s %s %s … does not print is a disagreement and breaks a law', (...argv) => {
  const snapshot = withRow(argv)
  expect(found(snapshot)).toMatchObject({ 'stray-process': 1 })
  const { comparison } = compareSnapshot(adapters, snapshot)
  expect(comparison.verdict).toBe('disagree')
  const finding = { code: 'stray-process', expected: { value: '138' }, actual: { line: 3, value: '215' } }
  expect(comparison.sums.findings).toMatchObject([finding])
  expect(check(snapshot).findings).toMatchObject([finding])
})

test.each([
  ['lsof'],
  ['lsof', '-p', '138', '-d', 'mem'],
  ['lsof', '-p', '138,215'],
  ['lsof', '-p', '138', '-u', 'root'],
])('a row that %s %s %s … may print is left out with a note', (...argv) => {
  const snapshot = withRow(argv)
  expect(found(snapshot)).toMatchObject({ 'other-process': 1 })
  expect(check(snapshot).findings).toEqual([])
})
