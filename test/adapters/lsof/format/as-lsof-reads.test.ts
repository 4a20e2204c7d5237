import { expect, test } from 'vitest'
import { asLsofReads } from '../../../../adapters/lsof/format/as-lsof-reads.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (comm: string, version: string, before?: string): string => {
  const { comm: shown } = asLsofReads({ comm: bytes(comm) }, version, before === undefined ? undefined : bytes(before))
  return new TextDecoder().decode(shown)
}

test('an empty command is the one that was read before', () => {
  expect(read('', '4.95.0', 'sh) S 1 2 3\n')).toBe('sh')
  expect(read(') R 1 (', '4.95.0', 'a(b)) S 1 2 3\n')).toBe('a(b)')
  expect(read('', '4.95.0', 'n (m) S 1 2 3\n')).toBe('n (m) S 1 2 3\n')
})

test('it stays empty since 4.98, and where nobody knows what was before', () => {
  expect(read('', '4.98.0', 'sh) S 1 2 3\n')).toBe('')
  expect(read('', '4.95.0')).toBe('')
})
