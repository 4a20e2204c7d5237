import { appendFileSync, chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptVersion } from '../../../src/capture/kept-version.js'

let home = ''
let tool = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'memmaps-tools-'))
  tool = join(home, 'tool')
  writeFileSync(tool, '\x7fELF of 4.0.2\0', 'latin1')
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

const folder = (): string => join(home, '.cache/memmaps/tools')
const kept = (path = tool, environment: NodeJS.ProcessEnv = { HOME: home }) => keptVersion('pmap', path, environment)

test('what a tool said is known of the same program, wherever it lies', () => {
  expect(kept().version).toBeUndefined()
  kept().keep('4.0.2')
  expect(kept().version).toBe('4.0.2')
  const copy = join(home, 'copy')
  copyFileSync(tool, copy)
  expect(kept(copy).version).toBe('4.0.2')
})

test('another program in its place is asked', () => {
  kept().keep('4.0.2')
  writeFileSync(tool, '\x7fELF of 4.0.4\0', 'latin1')
  expect(kept().version).toBeUndefined()
  writeFileSync(tool, '\x7fELF of 4.0.2\0', 'latin1')
  appendFileSync(tool, 'more')
  expect(kept().version).toBeUndefined()
})

test('a script, and a program that has its version from elsewhere, are asked every time', () => {
  kept().keep('4.0.3')
  expect(kept().version).toBeUndefined()
  writeFileSync(tool, '#!/bin/sh\necho 4.0.2\n')
  kept().keep('4.0.2')
  expect(kept().version).toBeUndefined()
})

test('what others may write is not believed', () => {
  kept().keep('4.0.2')
  chmodSync(join(folder(), 'pmap'), 0o666)
  expect(kept().version).toBeUndefined()
})

test('nothing is kept where there is no folder, or nothing shall be', () => {
  for (const environment of [{}, { HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' }]) {
    kept(tool, environment).keep('4.0.2')
    expect(kept(tool, environment).version).toBeUndefined()
  }
  expect(readdirSync(home)).toEqual(['tool'])
})
