import { describe, expect, test } from 'vitest'
import { asciiOnly, controlsKept, type Mapping, narrowName, utf8Kept, wideName } from '../../../adapters/pmap/name.js'
import { characterSize } from '../../../src/report/printable.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function mapping(name: string, more: Partial<Mapping> = {}): Mapping {
  return {
    name: encode(name),
    start: 0x1000n,
    end: 0x2000n,
    major: 8,
    inode: 5n,
    column: 73,
    startStack: 0x7ffd0000n,
    ...more,
  }
}

/** Printed by procps 3.3.17 to 4.0.7 for a mapping of that name: default layout, default with -p, -X. */
const PRINTED: readonly [string, string, string, string][] = [
  ['', '  [ anon ]', '  [ anon ]', ''],
  ['[heap]', '  [ anon ]', '  [ anon ]', '[heap]'],
  ['[stack:1234]', '  [ anon ]', '  [ anon ]', '[stack:1234]'],
  ['[anon:my heap]', '  [ anon ]', '  [ anon ]', '[anon:my heap]'],
  ['[anon:ns/slash name]', 'slash name]', '/slash name]', 'slash name]'],
  ['anon_inode:[perf_event]', '  [ anon ]', '  [ anon ]', 'anon_inode:[perf_event]'],
  ['socket:[1234]', '  [ anon ]', '  [ anon ]', 'socket:[1234]'],
  ['/a/b (deleted)', 'b (deleted)', '/a/b (deleted)', 'b (deleted)'],
  ['/memfd:a/b (deleted)', 'b (deleted)', '/memfd:a/b (deleted)', 'b (deleted)'],
  ['/memfd:end/ (deleted)', ' (deleted)', '/memfd:end/ (deleted)', ' (deleted)'],
  ['/d/[heap]', '[heap]', '/d/[heap]', '[heap]'],
  ['/', '/', '/', ''],
]

describe('the name column', () => {
  test.each(PRINTED)('%s', (name, narrow, whole, wide) => {
    expect(decode(narrowName(mapping(name), false).name)).toBe(narrow)
    expect(decode(narrowName(mapping(name), true).name)).toBe(whole)
    expect(decode(wideName(mapping(name), false).name)).toBe(wide)
  })

  test('System V shared memory prints as its id', () => {
    const segment = mapping('/SYSV1234abcd (deleted)', { major: 0, inode: 11n })
    expect(decode(narrowName(segment, true).name)).toBe('  [ shmid=0xb ]')
    expect(narrowName(segment, true).reasons).toEqual(['sysv-as-shmid'])
    expect(decode(wideName(segment, true).name)).toBe('/SYSV1234abcd (deleted)')
  })

  test('the stack is the mapping that holds start_stack, its end included', () => {
    const stack = mapping('[stack]', { startStack: 0x2000n })
    expect(decode(narrowName(stack, false).name)).toBe('  [ stack ]')
    expect(narrowName(stack, false).reasons).toEqual([])
    const other = mapping('', { startStack: 0x2000n })
    expect(narrowName(other, false)).toEqual({ name: encode('  [ stack ]'), reasons: ['stack-guessed'] })
    const unknown = mapping('[stack]', { startStack: undefined })
    expect(decode(narrowName(unknown, false).name)).toBe('  [ stack ]')
  })

  test('a line is read up to 1,023 bytes, a name of -X up to 127', () => {
    const long = `/${'a'.repeat(940)}/${'b'.repeat(30)}/leaf`
    expect(narrowName(mapping(long), false)).toEqual({
      name: encode('b'.repeat(8)),
      reasons: ['long-line-split', 'basename-only'],
    })
    const wide = wideName(mapping(`/${'c'.repeat(100)}/${'d'.repeat(60)}/leaf`), false)
    expect(wide).toEqual({ name: encode('d'.repeat(25)), reasons: ['name-cut', 'basename-only'] })
  })
})

test('three ways to clean a name', () => {
  const name = Uint8Array.from([0x61, 0x1b, 0xc3, 0xa9, 0xff, 0x7f])
  expect(decode(asciiOnly(name))).toBe('a?????')
  expect([...controlsKept(name)]).toEqual([0x61, 0x1b, 0x3f, 0x3f, 0x3f, 0x7f])
  expect([...utf8Kept(name, characterSize)]).toEqual([0x61, 0x1b, 0xc3, 0xa9, 0x3f, 0x7f])
})
