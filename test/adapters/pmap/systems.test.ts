import { describe, expect, test } from 'vitest'
import { pmap } from '../../../adapters/pmap/index.js'
import { otherSystem } from '../../../adapters/pmap/systems.js'
import { view } from './reading.js'

describe.each([
  ['Solaris or illumos', '102905:\tsh\nFF180000    664K r-x--  /usr/lib/libc.so.1\n'],
  ['NetBSD or OpenBSD', '000079F8D9363000      4K read/write          [ anon ]\n'],
  ['FreeBSD', '  PID              START                END PRT  RES PRES REF SHD FLAG  TP PATH\n'],
  ['macOS', '==== Non-writable regions for process 123\n'],
])('%s', (system, text) => {
  test('is known by sight', () => {
    expect(pmap.detect(new TextEncoder().encode(text))).toMatchObject({
      confidence: 'possible',
      because: `it looks like what ${system} prints, which is not read here`,
    })
  })

  test('is refused by its name', () => {
    const { table, diagnostics } = view(text)
    expect(table.length).toBe(0)
    expect([...diagnostics].map(({ code, field }) => [code, field])).toContainEqual(['other-system', system])
  })
})

test.each([
  '0000560a18729000      4K r---- cat',
  '1:   a',
  '55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 1234567                  /usr/bin/a',
  'F 4 S root',
  'COMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME',
])('%j is of Linux', (line) => {
  expect(otherSystem(line)).toBeUndefined()
})
