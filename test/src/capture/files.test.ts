import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readWholeFile, writePieces } from '../../../src/capture/files.js'

const folder = mkdtempSync(join(tmpdir(), 'memmaps-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pieces = (...texts: readonly string[]): Iterable<Uint8Array> => texts.map((text) => Buffer.from(text))

test('what was written is read', () => {
  const path = join(folder, 'a')
  writePieces(path, pieces('one\n', 'two\n'))
  expect(Buffer.from(readWholeFile(path)).toString()).toBe('one\ntwo\n')
})

test('a file is left alone when there is nothing to write it from', () => {
  const path = join(folder, 'b')
  writeFileSync(path, 'before')
  const failing = function* (): Iterable<Uint8Array> {
    yield* pieces()
    throw new Error('no line can be written')
  }
  expect(() => writePieces(path, failing())).toThrow('no line can be written')
  expect(readFileSync(path, 'utf8')).toBe('before')
})

test.each([
  [() => readWholeFile(folder), 'unreadable', /is a directory$/],
  [() => readWholeFile(join(folder, 'none')), 'unreadable', /does not exist$/],
  [() => readWholeFile('/dev/null/x'), 'unreadable', /no directory$/],
  [() => writePieces(join(folder, 'none', 'x'), pieces('a')), 'unwritable', /no such folder$/],
  [() => writePieces(folder, pieces('a')), 'unwritable', /is a directory$/],
])('%s: %s', (attempt, code, message) => {
  expect(attempt).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }))
})
