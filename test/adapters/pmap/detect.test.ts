import { expect, test } from 'vitest'
import { pmap } from '../../../adapters/pmap/index.js'

const detect = (text: string) => pmap.detect(new TextEncoder().encode(text))

test.each([
  ['default', '1:   a\n0000560a18729000      4K r---- a\n'],
  ['x', '1:   a\nAddress           Kbytes     RSS   Dirty Mode  Mapping\n'],
  ['x', '1:   a\n0000560a18729000       4       4       0 r---- a\n'],
  ['d', '1:   a\nAddress           Kbytes Mode  Offset           Device    Mapping\n'],
  ['d', '1:   a\n0000560a18729000       4 r---- 0000000000001000 0fe:00000 a\n'],
  ['X', '1:   a\n Address Perm   Offset Device Inode Size Rss Mapping\n'],
  ['X', '1:   a\n    00010000 r--p 00000000 00:00     0    4 0 1 \n'],
  ['XX', '1:   a\n Address Perm   Offset Device Inode Size Rss     VmFlags Mapping\n'],
  ['XX', '1:   a\n    00010000 r--p 00000000 00:00     0    4 0 rd mr mw me \n'],
  ['default', '1:   a\n'],
  ['default', 'pmap: option -r is ignored as SunOS compatibility\n1:   a\n'],
])('is sure of %s in %j', (dialect, text) => {
  expect(detect(text)).toMatchObject({ dialect, confidence: 'sure' })
})

test('takes rows without a process as likely', () => {
  expect(detect('0000560a18729000      4K r---- a\n')).toMatchObject({ dialect: 'default', confidence: 'likely' })
})

test.each([
  '',
  '\n',
  '1: a\n0000560a18729000       4K r--p  /usr/bin/a\n',
  '102908:    sh\nFF180000    664K r-x--  /usr/lib/libc.so.1\n',
  '55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 1234567                  /usr/bin/a\n',
  'COMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME\n',
])('leaves %j to others', (text) => {
  expect(detect(text)).toBeUndefined()
})
