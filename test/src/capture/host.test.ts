import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { pageSizeOf, readHost } from '../../../src/capture/host.js'

test('says what uname and getconf say', () => {
  const say = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' }).trim()
  expect(readHost()).toEqual({
    kernel: say('uname', '-r'),
    arch: say('uname', '-m'),
    pageSize: Number(say('getconf', 'PAGESIZE')),
  })
})

test('reads the page size of 32-bit and of big-endian machines', () => {
  const narrow = Uint8Array.from([3, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 1, 0])
  expect(pageSizeOf(narrow, 4, true)).toBe(65536)
  const big = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 16, 0])
  expect(pageSizeOf(big, 8, false)).toBe(4096)
  expect(pageSizeOf(new Uint8Array(16), 8, true)).toBeUndefined()
})
