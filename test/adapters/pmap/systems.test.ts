import { describe, expect, test } from 'vitest'
import { otherSystem } from '../../../adapters/pmap/systems.js'
import { detected, view } from './reading.js'

describe.each([
  ['Solaris or illumos', '102905:\tsh\nFF180000    664K r-x--  /usr/lib/libc.so.1\n'],
  [
    'Solaris or illumos',
    '102905:\tsh\n00042000     40K rwx--    [ heap ]\nFF180000    664K r-x--  /usr/lib/libc.so.1\n',
  ],
  ['NetBSD or OpenBSD', '000079F8D9363000      4K read/write          [ anon ]\n'],
  ['FreeBSD', '  PID              START                END PRT  RES PRES REF SHD FLAG  TP PATH\n'],
  ['macOS', '==== Non-writable regions for process 123\n'],
])('%s', (system, text) => {
  test('is known by sight', () => {
    expect(detected(text)).toMatchObject({
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
  ['a row in capitals', 'FF180000    664K r-x--  /usr/lib/libc.so.1'],
  ['a heap', '00042000     40K rwx--    [ heap ]'],
  ['a stack of a thread', '00042000     40K rwx--    [ stack tid=2 ]'],
  ['memory that nothing is reserved for', '00042000      8K rw--R    [ anon ]'],
])('%s among rows like those of procps 3.2 is of Solaris', (_, row) => {
  const rows = `102905:   sh\n00010000    192K r-x--  /usr/bin/ksh\n${row}\n`
  expect(detected(rows)).toMatchObject({ confidence: 'possible', because: expect.stringContaining('Solaris') })
  const linux = rows.replace(row, '00042000     40K rwx--    [ anon ]')
  expect(detected(linux)).toMatchObject({ dialect: 'default-3.2', confidence: 'sure' })
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
