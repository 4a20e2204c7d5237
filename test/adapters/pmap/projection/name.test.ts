import { describe, expect, test } from 'vitest'
import {
  asciiOnly,
  controlsKept,
  LINE_BYTES,
  type Mapping,
  type NameRules,
  narrowName,
  utf8Kept,
  wideName,
} from '../../../../adapters/pmap/projection/name.js'
import { characterSize } from '../../../../src/report/printable.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function mapping(name: string, more: Partial<Mapping> = {}): Mapping {
  return {
    name: encode(name),
    start: 0x1000n,
    end: 0x2000n,
    onSysvDevice: false,
    inode: 5n,
    column: 73,
    startStack: 0x7ffd0000n,
    ...more,
  }
}

const LAST: NameRules = { wholePath: false, kernelNames: false, lineBytes: LINE_BYTES }
const WHOLE: NameRules = { ...LAST, wholePath: true }

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
    expect(decode(narrowName(mapping(name), LAST).name)).toBe(narrow)
    expect(decode(narrowName(mapping(name), WHOLE).name)).toBe(whole)
    expect(decode(wideName(mapping(name), LAST).name)).toBe(wide)
  })

  test('System V shared memory prints as its id', () => {
    const segment = mapping('/SYSV1234abcd (deleted)', { onSysvDevice: true, inode: 11n })
    expect(decode(narrowName(segment, WHOLE).name)).toBe('  [ shmid=0xb ]')
    expect(narrowName(segment, WHOLE).reasons).toEqual(['sysv-as-shmid'])
    expect(decode(wideName(segment, WHOLE).name)).toBe('/SYSV1234abcd (deleted)')
  })

  test('the stack is the mapping that holds start_stack, its end included', () => {
    const stack = mapping('[stack]', { startStack: 0x2000n })
    expect(decode(narrowName(stack, LAST).name)).toBe('  [ stack ]')
    expect(narrowName(stack, LAST).reasons).toEqual([])
    const other = mapping('', { startStack: 0x2000n })
    expect(narrowName(other, LAST)).toEqual({ name: encode('  [ stack ]'), reasons: ['stack-guessed'] })
    const unknown = mapping('[stack]', { startStack: undefined })
    expect(decode(narrowName(unknown, LAST).name)).toBe('  [ stack ]')
  })

  test.each([
    ['[heap]', '[heap]', []],
    ['[stack]', '[stack]', []],
    ['', '  [ anon ]', []],
    ['anon_inode:[perf_event]', '[perf_event]', ['cut-before-bracket']],
    ['anon_inode:i915.gem', '  [ anon ]', ['brackets-as-anon']],
    ['[anon:ns/slash name]', 'slash name]', ['basename-only']],
    ['/d/[heap]', '[heap]', ['basename-only']],
  ])('-k shows %j as %j', (name, shown, reasons) => {
    const printed = narrowName(mapping(name), { ...LAST, kernelNames: true })
    expect([decode(printed.name), printed.reasons]).toEqual([shown, reasons])
  })

  test('before 3.3.4 a line is read up to 9,599 bytes', () => {
    const long = `/${'a'.repeat(2000)}`
    expect(narrowName(mapping(long), { ...WHOLE, lineBytes: 9599 })).toEqual({ name: encode(long), reasons: [] })
  })

  test('a line is read up to 1,023 bytes, a name of -X up to 127', () => {
    const long = `/${'a'.repeat(940)}/${'b'.repeat(30)}/leaf`
    expect(narrowName(mapping(long), LAST)).toEqual({
      name: encode('b'.repeat(8)),
      reasons: ['long-line-split', 'basename-only'],
    })
    const wide = wideName(mapping(`/${'c'.repeat(100)}/${'d'.repeat(60)}/leaf`), LAST)
    expect(wide).toEqual({ name: encode('d'.repeat(25)), reasons: ['name-cut', 'basename-only'] })
  })
})

test('three ways to clean a name', () => {
  const name = Uint8Array.from([0x61, 0x1b, 0xc3, 0xa9, 0xff, 0x7f])
  expect(decode(asciiOnly(name))).toBe('a?????')
  expect([...controlsKept(name)]).toEqual([0x61, 0x1b, 0x3f, 0x3f, 0x3f, 0x7f])
  expect([...utf8Kept(name, characterSize)]).toEqual([0x61, 0x1b, 0xc3, 0xa9, 0x3f, 0x7f])
})
