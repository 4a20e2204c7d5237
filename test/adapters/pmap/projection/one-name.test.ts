import { expect, test } from 'vitest'
import { toyboxName } from '../../../../adapters/pmap/projection/cell-names.js'
import { narrowName, wideName } from '../../../../adapters/pmap/projection/name.js'
import { haveOneName, type Printer } from '../../../../adapters/pmap/projection/one-name.js'

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
