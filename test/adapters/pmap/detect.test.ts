import { expect, test } from 'vitest'
import { detected } from './reading.js'

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
  ['default', 'pmap: option -r is ignored as SunOS compatibility\n1:   a\n0000560a18729000      4K r---- a\n'],
  ['default', '2:   [kthreadd]\n total                0K\n'],
  ['X', '2:   [kthreadd]\n3:   a\n Address Perm   Offset Device Inode Size Rss Mapping\n'],
  ['default-3.2', '1:   a\n0000560a18729000      4K r----  /usr/bin/a\n'],
  ['default-3.2', '1:   a\n0000560a18729000      4K r----    [ anon ]\n'],
  ['x-3.2', '1:   a\nAddress           Kbytes     RSS    Anon  Locked Mode   Mapping\n'],
  ['x-3.2', '1:   a\n0000560a18729000       4       -       -       - r----  a\n'],
  ['x-3.3.2', '1:   a\nAddress           Kbytes     RSS   Dirty Mode   Mapping\n'],
])('is sure of %s in %j', (dialect, text) => {
  expect(detected(text)).toMatchObject({ dialect, confidence: 'sure' })
})

test('takes rows without a process as likely', () => {
  expect(detected('0000560a18729000      4K r---- a\n')).toMatchObject({ dialect: 'default', confidence: 'likely' })
})

test('a process alone could be any list of numbers: likely, and no more than possible above lines of another kind', () => {
  expect(detected('1:   a\n')).toMatchObject({ dialect: 'default', confidence: 'likely' })
  expect(detected('1:   a\nb\n')).toMatchObject({ dialect: 'default', confidence: 'possible' })
})

test('a command that begins with a blank is no other program’s', () => {
  expect(detected('1:    total 4K\n0000560a18729000      4K r---- a\n')).toMatchObject({ confidence: 'sure' })
})

test.each([
  'Address Book\n',
  'Address\n',
  'Address Street\n',
  '',
  '\n',
  '55e9b7394000-55e9b73b5000 r-xp 00001000 103:1f 1234567                  /usr/bin/a\n',
  'COMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME\n',
])('leaves %j to others', (text) => {
  expect(detected(text)).toBeUndefined()
})
