import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VM_FLAGS } from '../../../src/kernel/vmflags.js'

test('every code is two letters and stands once', () => {
  for (const { code } of VM_FLAGS) expect(code).toMatch(/^[a-z]{2}$/)
  expect(new Set(VM_FLAGS.map((flag) => flag.code)).size).toBe(VM_FLAGS.length)
})

test('this kernel prints the codes of the low bits in the order of the vocabulary', () => {
  const lines = readFileSync('/proc/self/smaps', 'latin1').match(/^VmFlags: .*$/gm) ?? []
  expect(lines.length).toBeGreaterThan(0)
  const low = VM_FLAGS.slice(
    0,
    VM_FLAGS.findIndex((flag) => flag.code === 'mp'),
  ).map((flag) => flag.code)
  for (const line of lines) {
    const printed = line.split(' ').filter((code) => low.includes(code))
    expect(printed.length, line).toBeGreaterThan(0)
    expect(printed, line).toEqual(low.filter((code) => printed.includes(code)))
  }
})
