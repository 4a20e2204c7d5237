import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isNameless, readStatBefore } from '../../../src/capture/stat-before.js'

const root = mkdtempSync(join(tmpdir(), 'memmaps-'))
for (const [pid, comm] of [
  [7, 'sh'],
  [8, ''],
  [9, ')'],
  [10, ''],
  [11, 'next'],
]) {
  mkdirSync(join(root, String(pid)))
  writeFileSync(join(root, String(pid), 'stat'), `${pid} (${comm}) S 1 2 3\n`)
}
afterAll(() => rmSync(root, { recursive: true }))

test('the nearest process before that has a name', () => {
  expect(new TextDecoder().decode(readStatBefore(10, root))).toBe('sh) S 1 2 3\n')
  expect(readStatBefore(7, root)).toBeUndefined()
})

test('a name is none where the first parenthesis ends it', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  expect([isNameless(bytes('')), isNameless(bytes(') R 1')), isNameless(bytes('a)')), isNameless(undefined)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
