import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ReadAhead } from '../../../src/capture/read-ahead.js'
import { scratch } from './children.js'

const CHUNK = 1024

function takenOver(path: string): { ahead: ReadAhead; end: () => void } {
  const descriptor = openSync(path, 'r')
  const ahead = new ReadAhead(descriptor, CHUNK)
  while (!ahead.takesOver());
  return {
    ahead,
    end: () => {
      ahead.stop()
      closeSync(descriptor)
    },
  }
}

test('gives a file that is longer than what may wait, in its order and to its end', () => {
  const path = join(scratch(), 'long')
  const text = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${i}\n`).join(''))
  writeFileSync(path, text)
  const { ahead, end } = takenOver(path)
  const pieces: Buffer[] = []
  const into = Buffer.alloc(CHUNK)
  for (let size = CHUNK; size === CHUNK; ) {
    size = ahead.take(into)
    pieces.push(Buffer.from(into.subarray(0, size)))
  }
  end()
  expect(Buffer.concat(pieces).equals(text)).toBe(true)
})

test('throws what reading threw', () => {
  const { ahead, end } = takenOver(scratch())
  expect(() => ahead.take(Buffer.alloc(CHUNK))).toThrow(expect.objectContaining({ code: 'EISDIR' }))
  end()
})
