import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { toyboxName } from '../../../../adapters/pmap/projection/cell-names.js'
import { narrowName, wideName } from '../../../../adapters/pmap/projection/name.js'
import { haveOneName, type Printer } from '../../../../adapters/pmap/projection/one-name.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const printer = (name: Printer['shown']['name'], wholePath = false): Printer => ({
  shown: { columns: 'none', sums: {}, name, cleans: name === narrowName },
  wholePath,
  kernelNames: false,
})
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each([
  ['  [heap]', '  [ anon ]', true],
  ['  [anon] (deleted)', '  [ anon ]', false],
  ['SYSV00000000 (deleted)', '  [ shmid=0x8 ]', true],
  ['libc.so.6', '  [ shmid=0x8 ]', false],
  ['memfd:huge', 'memfd:huge (deleted)', false],
])('toybox prints %j of what procps calls %j: %s', (left, right, is) => {
  expect(haveOneName(encode(left), encode(right), [printer(toyboxName), printer(narrowName)])).toBe(is)
})

test('two whole paths must be the same path', () => {
  const printers = [printer(narrowName, true), printer(wideName, true)] as const
  expect(haveOneName(encode('/usr/lib/a'), encode('/usr/lib/a'), printers)).toBe(true)
  expect(haveOneName(encode('/usr/lia/a'), encode('/usr/lib/a'), printers)).toBe(false)
})

const LONG = 'a'.repeat(120)

test.each([
  ['cut in its last part', LONG, `${LONG}bcd.so`, true],
  ['cut before its last part', LONG, 'libc.so.6', true],
  ['cut where a byte cannot be printed', `${LONG}\t`, `${LONG}?b`, true],
  ['too short to have been cut before its last part', 'libb.so.6', 'libc.so.6', false],
  ['too short to have been cut before its mark', 'libc.so.6', 'libc.so.6 (deleted)', false],
  ['short, and goes on', 'libc-2', 'libc-2.36.so', true],
])('pmap -X may show a name that is %s', (_, left, right, is) => {
  const printers = [printer(wideName), printer(narrowName)] as const
  expect(haveOneName(encode(left), encode(right), printers)).toBe(is)
  expect(haveOneName(encode(right), encode(left), [printers[1], printers[0]])).toBe(is)
})

test('pmap -Xp cuts a path at byte 127, wherever that is', () => {
  const cut = `/${'d'.repeat(60)}/${'e'.repeat(65)}`
  const printers = [printer(wideName, true), printer(narrowName)] as const
  expect(haveOneName(encode(cut), encode('libc.so.6'), printers)).toBe(true)
  expect(haveOneName(encode(cut.slice(0, -1)), encode('libc.so.6'), printers)).toBe(false)
})

test('the number of a System V segment is its inode, whoever says it', () => {
  const [short, wide] = [printer(narrowName), printer(wideName)]
  const segment = encode('  [ shmid=0x8 ]')
  expect(haveOneName(segment, encode('  [ shmid=0x9 ]'), [short, short])).toBe(false)
  expect(haveOneName(encode('SYSV00000000 (deleted)'), segment, [wide, short], [8n, undefined])).toBe(true)
  expect(haveOneName(encode('SYSV00000000 (deleted)'), segment, [wide, short], [9n, undefined])).toBe(false)
})

test('a segment lies on the device of shared memory', () => {
  const wide = `7:   a
 Address Perm   Offset Device Inode Size   Rss   Pss Mapping
00001000 rw-s 00000000  00:01     8    4     4     4 SYSV00000000 (deleted)
`
  const narrow = `7:   a
Address           Kbytes     RSS   Dirty Mode  Mapping
0000000000001000       4       4       0 rw-s-   [ shmid=0x8 ]
---------------- ------- ------- -------
total kB               4       4       0
`
  const facts = { sysvDevice: { major: 0, minor: 1 } }
  const of = (text: string): string =>
    compare(
      adapters,
      [
        parse(pmap, encode(text), { dialect: 'X' })[0] as View,
        parse(pmap, encode(narrow), { dialect: 'x' })[0] as View,
      ],
      { facts },
    ).verdict
  expect(of(wide)).not.toBe('disagree')
  expect(of(wide.replace('00:01', '00:03'))).toBe('disagree')
})
