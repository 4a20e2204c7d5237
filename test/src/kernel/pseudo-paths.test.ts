import { expect, test } from 'vitest'
import { PSEUDO_PATHS, pseudoPath } from '../../../src/kernel/pseudo-paths.js'

test.each([
  ['[heap]', '[heap]'],
  ['[stack]', '[stack]'],
  ['[stack:1234]', '[stack:*]'],
  ['[anon:glibc: malloc]', '[anon:*]'],
  ['[anon_shmem:x]', '[anon_shmem:*]'],
  ['[anon:]', '[anon:*]'],
  ['/SYSVdeadbeef (deleted)', '/SYSV* (deleted)'],
  ['/memfd: (deleted)', '/memfd:* (deleted)'],
  ['anon_inode:[io_uring]', 'anon_inode:*'],
  ['socket:[123]', 'socket:[*]'],
])('%s is %s', (name, pattern) => {
  expect(pseudoPath(name)?.name).toBe(pattern)
})

test.each(['', '/usr/bin/cat', '/d/[heap]', '[anon', '/memfd:x', '[stack:'])('%j is no made-up name', (name) => {
  expect(pseudoPath(name)).toBeUndefined()
})

test('every name stands once', () => {
  expect(new Set(PSEUDO_PATHS.map(({ name }) => name)).size).toBe(PSEUDO_PATHS.length)
})
