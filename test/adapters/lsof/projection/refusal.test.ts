import { expect, test } from 'vitest'
import { held, kernel, listed } from '../held.js'

const MAPS = `00400000-00401000 r-xp 00000000 fe:00 10                                 /srv/prog
7f0000000000-7f0000001000 r--s 00000000 fe:00 11                         /srv/a
7f0000001000-7f0000002000 rw-p 00000000 00:00 0 
`
const HEADER = 'COMMAND   PID USER   FD      TYPE DEVICE SIZE/OFF NODE NAME\n'
const REFUSED = 'prog     9516 root  txt   unknown                      /proc/9516/exe (readlink: Permission denied)\n'
const SEEN = `COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME
prog      7 root txt    REG  254,0      100   10 /srv/prog
prog      7 root mem    REG  254,0      100   11 /srv/a
`

test.each([
  ['the table', 'table', HEADER + REFUSED],
  ['-F', 'fields', 'p9516\nftxt\ntunknown\nn/proc/9516/exe (readlink: Permission denied)\n'],
  [
    '-F of names alone',
    'fields',
    'p9516\nn/proc/9516/cwd (readlink: Permission denied)\nn/proc/9516/exe (readlink: Permission denied)\n',
  ],
  ['-J', 'json', '{"processes":[{"pid":9516,"files":[{"fd":"txt","type":"unknown","name":"/proc/9516/exe"}]}]}\n'],
])('of a process that it may not look at lsof lists nothing: %s', (_, dialect, text) => {
  expect(held(kernel(MAPS), listed(text, dialect))).toMatch(/^explained .*not-permitted/)
  expect(held(listed(text, dialect), kernel(MAPS))).toMatch(/^explained .*not-permitted/)
})

test('what one user sees, another one need not', () => {
  expect(held(listed(SEEN), listed(HEADER + REFUSED))).toMatch(/^explained .*not-permitted/)
  expect(held(listed(HEADER + REFUSED), listed(SEEN))).toMatch(/^explained .*not-permitted/)
})

test('a link that could be read is no refusal', () => {
  const other = HEADER + REFUSED.replace('/proc/9516/exe', '/srv/p9516/exe')
  expect(held(kernel(MAPS), listed(other))).not.toContain('not-permitted')
  expect(held(kernel(MAPS), listed(SEEN.replace('txt', 'mem').replace(/.*a\n/, '')))).toMatch(/^disagree/)
})
