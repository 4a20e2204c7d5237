import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { READINGS } from '../../../src/golden/captures.js'
import { unreached } from '../../../tools/golden/cases.js'
import { readReadings, writeReadings } from '../../../tools/golden/readings.js'

const CAPTURE = fileURLToPath(new URL('../../../golden/captures/6.1.176-x86_64/kthread/', import.meta.url))
const LINE = '7f0000000000-7f0000001000 r-xp 00001000 fd:01 42 '.padEnd(73)

let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memmaps-readings-'))
  folder = join(root, 'captures', 'a-kernel', 'a-process')
  cpSync(CAPTURE, folder, { recursive: true, filter: (path) => !path.endsWith(READINGS) })
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a capture without readings is in order; what is written names every text of it', () => {
  expect(unreached(root)).toEqual([])
  expect(readReadings(folder)).toBeUndefined()
  expect(writeReadings(folder)).toBeUndefined()
  expect(unreached(root)).toEqual([])
  const { schema, texts } = JSON.parse(readReadings(folder) ?? '')
  expect(schema).toBe('memmaps.readings/1')
  expect(Object.keys(texts)).toContain('proc/maps')
  expect(Object.keys(texts['proc/maps'])).toEqual(['adapter', 'dialect', 'lines', 'diagnostics', 'views'])
})

test('a region that is read otherwise is shown, once', () => {
  writeFileSync(join(folder, 'proc/maps'), `${LINE}/a\n`)
  writeReadings(folder)
  writeFileSync(join(folder, 'proc/maps'), `${LINE}/b\n`)
  const { text, before, now } = writeReadings(folder) ?? {}
  expect(text).toBe('proc/maps')
  expect(before).toContain('"pathname":"/a"')
  expect(now).toContain('"pathname":"/b"')
  expect(writeReadings(folder)).toBeUndefined()
})

test('readings of no capture are reached by nothing', () => {
  writeReadings(folder)
  rmSync(join(folder, 'capture.json'))
  expect(unreached(root)).toContain(`captures/a-kernel/a-process/${READINGS}`)
})
