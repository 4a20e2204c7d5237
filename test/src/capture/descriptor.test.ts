import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayBeTerminal, readUntilWait, writeNow } from '../../../src/capture/descriptor.js'

function withFile<T>(path: string, flags: string | number, use: (descriptor: number) => T): T {
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

test('reads a file in chunks, and knows how much is behind each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memmaps-read-'))
  const path = join(folder, 'file')
  writeFileSync(path, 'x'.repeat(150_000))
  const seen: [size: number, left: number][] = []
  const read = (descriptor: number): boolean =>
    readUntilWait(descriptor, ({ length }, left) => seen.push([length, left]))
  expect(withFile(path, 'r', read)).toBe(true)
  expect(seen).toEqual([
    [65_536, 84_464],
    [65_536, 18_928],
    [18_928, 0],
  ])
  rmSync(folder, { recursive: true })
})

test('gathers what the kernel gives in small parts, and does not know how much there is', () => {
  const seen: number[] = []
  const read = (descriptor: number): boolean =>
    readUntilWait(descriptor, (_, left) => {
      seen.push(left)
    })
  expect(withFile('/proc/self/smaps', 'r', read)).toBe(true)
  expect(new Set(seen)).toEqual(new Set([0]))
  expect(seen.length).toBeLessThan(20)
})

test('says when a read would have to wait', () => {
  const read = (descriptor: number): boolean => readUntilWait(descriptor, () => {})
  expect(withFile('/dev/ptmx', constants.O_RDWR | constants.O_NONBLOCK, read)).toBe(false)
})
