import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readProcChunks, readProcFile } from '../../../src/capture/proc.js'
import { fakeProc, startPerl, thrownBy } from './children.js'

const LINES = Array.from({ length: 200_000 }, (_, i) => `${i}\n`)

async function chunksOf(name: string, root: string, pid = 42): Promise<Buffer[]> {
  const chunks: Buffer[] = []
  await readProcChunks(pid, name, root, (chunk) => chunks.push(Buffer.from(chunk)))
  return chunks
}

test.each([
  0,
  1,
  65_535,
  65_536,
  65_537,
  65_536 + 262_144,
  1_000_000,
])('%i bytes come whole and in their order', async (size) => {
  const root = fakeProc('')
  const text = Buffer.from(LINES.join('')).subarray(0, size)
  writeFileSync(join(root, '42', 'maps'), text)
  const chunks = await chunksOf('maps', root)
  expect(Buffer.concat(chunks).equals(text)).toBe(true)
  expect(chunks.every(({ length }) => length > 0)).toBe(true)
})

test('a live process says what it says when it is read at once', async () => {
  const { pid } = await startPerl('1')
  const chunks = await chunksOf('maps', '/proc', pid)
  expect(Buffer.concat(chunks).equals(readProcFile(pid, 'maps'))).toBe(true)
})

test('what cannot be read is told of the process', async () => {
  const root = fakeProc('')
  rmSync(join(root, '42', 'maps'), { force: true })
  mkdirSync(join(root, '42', 'maps'))
  expect(await thrownBy(() => chunksOf('maps', root))).toMatchObject({ code: 'unreadable' })
  expect(await thrownBy(() => chunksOf('none', root))).toMatchObject({ code: 'unreadable' })
})

test('what the reader of the chunks throws ends the reading', async () => {
  const root = fakeProc('')
  writeFileSync(join(root, '42', 'maps'), LINES.join(''))
  let pushed = 0
  const reading = readProcChunks(42, 'maps', root, () => {
    pushed += 1
    if (pushed === 2) throw new Error('enough')
  })
  await expect(reading).rejects.toThrow('enough')
  expect(pushed).toBe(2)
})
