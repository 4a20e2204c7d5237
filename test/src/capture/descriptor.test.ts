import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayBeTerminal, writeNow } from '../../../src/capture/descriptor.js'

function withFile<T>(path: string, flags: string, use: (descriptor: number) => T): T {
  const descriptor = openSync(path, flags)
  try {
    return use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

test('writes everything to a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-write-'))
  const path = join(folder, 'file')
  expect(withFile(path, 'w', (descriptor) => writeNow(descriptor, Buffer.from('a line\n')))).toBe(7)
  expect(withFile(path, 'r', mayBeTerminal)).toBe(false)
  expect(readFileSync(path, 'latin1')).toBe('a line\n')
  rmSync(folder, { recursive: true })
})

test('tells what cannot be written', () => {
  expect(() => withFile('/dev/full', 'w', (descriptor) => writeNow(descriptor, Buffer.from('x')))).toThrow('ENOSPC')
})

test('takes no device of memory for a terminal, and may take another', () => {
  expect(withFile('/dev/null', 'r', mayBeTerminal)).toBe(false)
  expect(withFile('/dev/ptmx', 'r+', mayBeTerminal)).toBe(true)
})
