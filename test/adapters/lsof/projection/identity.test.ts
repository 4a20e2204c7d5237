import { expect, test } from 'vitest'
import { unlistedAs } from '../../../../adapters/lsof/projection/identity.js'
import { hasFullPaths } from '../../../../adapters/lsof/projection/spelling.js'
import { maps } from '../../../../adapters/maps/index.js'
import type { View } from '../../../../src/adapter.js'
import { parse } from '../../../../src/ops/parse.js'

function view(inode: string, name: string): View {
  const text = `7f0000000000-7f0000001000 r--p 00000000 00:01 ${inode}`
  return parse(maps, Buffer.from(`${text.padEnd(73)}${name}\n`))[0] as View
}

test('the largest inode is no number to lsof, and its mapping has no row', () => {
  expect(unlistedAs(view('18446744073709551615', '/x').table, 0)).toBe('unnamed-not-listed')
  expect(unlistedAs(view('18446744073709551614', '/x').table, 0)).toBeUndefined()
})

test('names in maps are whole, also where none is of a file', () => {
  expect(hasFullPaths(view('7955', 'anon_inode:[io_uring]'))).toBe(true)
})
