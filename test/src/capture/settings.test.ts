import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeSettings, readSettings } from '../../../src/capture/settings.js'

const folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('settings are made once, and never written over', () => {
  const path = join(folder, 'rc')
  expect(readSettings(path)).toBeUndefined()
  expect(makeSettings(path, Uint8Array.of(1))).toBe(true)
  expect(makeSettings(path, Uint8Array.of(2))).toBe(false)
  expect([...readFileSync(path)]).toEqual([1])
  expect([...(readSettings(path) ?? [])]).toEqual([1])
})

test('a folder has no settings, and where there is none nothing is made', () => {
  expect(readSettings(folder)).toHaveLength(0)
  expect(makeSettings(join(folder, 'none', 'rc'), Uint8Array.of(1))).toBe(false)
})
