import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lint } from '../../../tools/golden/lint.js'

let root: string

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memmaps-lint-'))
  write('flags.json', '{}')
  write('captures/manifest.json', '{}')
  write('maps/valid/good.txt', '')
  write(
    'maps/valid/good.json',
    '{"source":"hand-made","about":"Nothing","expect":{"lines":[],"diagnostics":[],"views":[]}}',
  )
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a corpus that is in order has no faults', () => {
  expect(lint(root)).toEqual([])
})

test('a text without a description is named, and the others are looked at all the same', () => {
  write('maps/valid/alone.txt', '')
  write('maps/valid/broken.txt', '')
  write('maps/valid/broken.json', '{')
  write('maps/valid/vague.txt', '')
  write('maps/valid/vague.json', '{"source":"found","about":"","flags":["odd"]}')
  expect(lint(root)).toEqual([
    `maps/valid/alone: ${join(root, 'maps/valid/alone.json')} cannot be read: ENOENT`,
    expect.stringMatching(/^maps\/valid\/broken: .*broken\.json is not JSON: /),
    'maps/valid/vague: source is one of captured, hand-made, damaged',
    'maps/valid/vague: about says nothing',
    'maps/valid/vague: expect.views is missing; accept writes it',
    'maps/valid/vague: flags.json does not explain odd',
  ])
})

test('what nothing reaches is named', () => {
  write('maps/valid/orphan.json', '{}')
  write('other/valid/case.txt', '')
  expect(lint(root)).toEqual([
    'maps/valid/orphan.json: no case and no capture reaches this file',
    'other/valid/case.txt: no case and no capture reaches this file',
  ])
})
