import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readWholeFile, writePieces } from '../../../src/capture/files.js'

const folder = mkdtempSync(join(tmpdir(), 'memmaps-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pieces = (...texts: readonly string[]): Iterable<Uint8Array> => texts.map((text) => Buffer.from(text))

test('what was written is read', async () => {
  const path = join(folder, 'a')
  await writePieces(path, pieces('one\n', 'two\n'))
  expect(Buffer.from(await readWholeFile(path)).toString()).toBe('one\ntwo\n')
})

test('a file is left alone when there is nothing to write it from', async () => {
  const path = join(folder, 'b')
  writeFileSync(path, 'before')
  const failing = function* (): Iterable<Uint8Array> {
    yield* pieces()
    throw new Error('no line can be written')
  }
  await expect(writePieces(path, failing())).rejects.toThrow('no line can be written')
  expect(readFileSync(path, 'utf8')).toBe('before')
})

test.each([
  [() => readWholeFile(folder), 'unreadable', /is a directory$/],
  [() => readWholeFile(join(folder, 'none')), 'unreadable', /does not exist$/],
  [() => readWholeFile('/dev/null/x'), 'unreadable', /no directory$/],
  [() => writePieces(join(folder, 'none', 'x'), pieces('a')), 'unwritable', /no such folder$/],
  [() => writePieces(folder, pieces('a')), 'unwritable', /is a directory$/],
])('%s: %s', async (attempt, code, message) => {
  await expect(attempt()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
})
