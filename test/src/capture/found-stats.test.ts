import type { BigIntStats, Stats } from 'node:fs'
import { expect, test } from 'vitest'
import { FoundStats } from '../../../src/capture/found-stats.js'
import { Names } from '../../../src/model/names.js'

const names = new Names()
const a = names.internText('/a')
const b = names.internText('/b')
const numbers = { dev: 0xfe01, ino: 2 ** 53 - 1, mode: 0o100644, size: 2 ** 40, nlink: 3, rdev: 0 }

test('doubles and bigints tell the same', () => {
  const found = new FoundStats(names, false)
  found.set(a, numbers as Stats)
  const exact = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, BigInt(value)]))
  found.set(b, exact as unknown as BigIntStats)
  const { path, ...one } = found.get('/a') as { path: string }
  const { path: _, ...other } = found.get('/b') as { path: string }
  expect(path).toBe('/a')
  expect(one).toEqual(other)
  expect(one).toMatchObject({ device: { major: 0xfe, minor: 1 }, inode: 9007199254740991n, size: 1n << 40n, links: 3n })
})

test('numbers of 64 bits stay whole, and have no sign', () => {
  const found = new FoundStats(names, false)
  found.set(b, { dev: 1n, ino: -1n, mode: 0n, size: (1n << 53n) + 1n, nlink: 1n, rdev: 0n } as BigIntStats)
  expect(found.get('/b')).toMatchObject({ inode: (1n << 64n) - 1n, size: (1n << 53n) + 1n })
})
