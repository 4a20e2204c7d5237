import { readFileSync } from 'node:fs'
import { release } from 'node:os'
import { expect, test } from 'vitest'
import { isWithin } from '../../../src/kernel/version.js'
import { VM_FLAGS } from '../../../src/kernel/vmflags.js'

test('every code is two letters and stands once', () => {
  for (const { code } of VM_FLAGS) expect(code).toMatch(/^[a-z]{2}$/)
  expect(new Set(VM_FLAGS.map((flag) => flag.code)).size).toBe(VM_FLAGS.length)
})

test('this kernel prints only codes that the vocabulary has for it, lowest bit first', () => {
  const lines = readFileSync('/proc/self/smaps', 'latin1').match(/^VmFlags: .*$/gm) ?? []
  expect(lines.length).toBeGreaterThan(0)
  const codes = VM_FLAGS.filter((flag) => isWithin(release(), flag)).map((flag) => flag.code)
  for (const line of lines) {
    const places = line
      .split(' ')
      .slice(1, -1)
      .map((code) => codes.indexOf(code))
    expect(places, line).not.toContain(-1)
    expect(places, line).toEqual([...places].sort((a, b) => a - b))
  }
})
