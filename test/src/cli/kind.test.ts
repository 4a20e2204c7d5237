import { expect, test } from 'vitest'
import { pmap } from '../../../adapters/pmap/index.js'
import { kindOf } from '../../../src/cli/kind.js'
import { parse } from '../../../src/ops/parse.js'
import { mapsTable } from './maps-table.js'

test.each([
  ['rw-p', '', 'anon'],
  ['rw-s', '', 'shared'],
  ['rw-p', '[anon:libc_malloc]', 'anon'],
  ['rw-s', '[anon_shmem:x]', 'shared'],
  ['rw-p', '[heap]', 'heap'],
  ['rw-p', '[stack]', 'stack'],
  ['rw-p', '[stack:123]', 'stack'],
  ['r-xp', '[vdso]', 'special'],
  ['rw-s', 'anon_inode:[perf_event]', 'special'],
  ['rw-s', '/SYSV00000000 (deleted)', 'shared'],
  ['rw-s', '/memfd:x (deleted)', 'shared'],
  ['rw-s', '/dev/zero (deleted)', 'shared'],
  ['r--p', '/tmp/gone (deleted)', 'deleted'],
  ['r-xp', '/usr/bin/bash', 'file'],
])('%s %j is %s', (perms, name, kind) => {
  expect(kindOf(mapsTable([perms, name]), 0)).toBe(kind)
})

test('pmap shows the last part of a path, and indents names in brackets', () => {
  const text = `1:   sleep
Address           Kbytes     RSS   Dirty Mode  Mapping
0000000000400000       4       4       0 r-x-- sleep
00007ffc00000000     132       4       4 rw---   [ stack ]
00007fff00000000       4       4       0 r-x--   [ anon ]
---------------- ------- ------- ------- 
total kB             140      12       4
`
  const { table } = parse(pmap, Buffer.from(text), { dialect: 'x' })[0]!
  expect([0, 1, 2].map((row) => kindOf(table, row))).toEqual(['file', 'stack', 'anon'])
})
