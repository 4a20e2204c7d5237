import { expect, test } from 'vitest'
import type { View } from '../../../src/adapter.js'
import { held, listed, kernel as read } from './held.js'

const MAPS = `00400000-00401000 r-xp 00000000 fe:00 10                                 /srv/prog
7f0000000000-7f0000001000 r--s 00000000 fe:00 11                         /srv/bs\\x é
7f0000001000-7f0000002000 r--s 00000000 fe:00 12                         /srv/nl\\012x
7f0000002000-7f0000003000 r--s 00000000 fe:00 13                         /srv/tab\tx
7f0000003000-7f0000004000 rw-s 00000000 00:01 14                         /memfd:a (deleted)
7f0000004000-7f0000005000 r--s 00000000 fe:00 15                         /srv/like (stat: x)
7f0000005000-7f0000006000 rw-p 00000000 00:00 0                          [heap]
`

const TABLE = `COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME
prog      7 root txt    REG  254,0      100   10 /srv/prog
prog      7 root mem    REG  254,0      100   11 /srv/bs\\\\x \\xc3\\xa9
prog      7 root mem    REG  254,0            12 /srv/nl\\\\012x (stat: No such file or directory)
prog      7 root mem    REG  254,0            13 /srv/tab (stat: No such file or directory)
prog      7 root DEL    REG    0,1            14 /memfd:a
prog      7 root mem    REG  254,0      100   15 /srv/like (stat: x)
`

const FILES = [
  '"fd":"txt","type":"REG","device_number":"0xfe00","size":"100","inode":"10","nlink":1,"name":"/srv/prog"',
  '"fd":"mem","type":"REG","device_number":"0xfe00","size":"100","inode":"11","nlink":1,"name":"/srv/bs\\\\x é"',
  '"fd":"mem","type":"REG","device_number":"0xfe00","inode":"12","name":"/srv/nl\\\\012x"',
  '"fd":"mem","type":"REG","device_number":"0xfe00","inode":"13","name":"/srv/tab"',
  '"fd":"DEL","type":"REG","device_number":"0x1","inode":"14","name":"/memfd:a"',
  '"fd":"mem","type":"REG","device_number":"0xfe00","size":"100","inode":"15","nlink":1,"name":"/srv/like (stat: x)"',
]
const JSON_TEXT = `{"processes":[{"pid":7,"files":[${FILES.map((file) => `{${file}}`).join(',')}]}]}\n`
const JSONL = FILES.map((file) => `{"pid":7,${file}}\n`).join('')

const kernel = (text = MAPS): View => read(text)

test.each([
  ['table', TABLE],
  ['json', JSON_TEXT],
  ['jsonl', JSONL],
])('maps and %s of one process can be true together', (dialect, text) => {
  expect(held(kernel(), listed(text, dialect))).toMatch(/^explained /)
  expect(held(listed(text, dialect), kernel())).toMatch(/^explained /)
})

test('names in JSON are not escaped, those of the table are', () => {
  expect(held(kernel(), listed(TABLE))).toContain('name-escaped')
  expect(held(kernel(), listed(JSON_TEXT, 'json'))).not.toContain('name-escaped')
})

test.each([
  ['table', TABLE],
  ['json', JSON_TEXT],
  ['jsonl', JSONL],
])('another name is a difference: %s', (dialect, text) => {
  expect(held(kernel(), listed(text.replace('/srv/bs', '/srv/bS'), dialect))).toMatch(/^disagree/)
})

test('the listings agree with each other, whatever they are written in', () => {
  const views = [listed(TABLE), listed(JSON_TEXT, 'json'), listed(JSONL, 'jsonl')]
  for (const a of views) for (const b of views) if (a !== b) expect(held(a, b)).toMatch(/^(agree|explained)/)
  const other = listed(JSON_TEXT.replace('/srv/bs', '/srv/bS'), 'json')
  expect(held(other, listed(TABLE))).toMatch(/^disagree/)
  expect(held(listed(TABLE), other)).toMatch(/^disagree/)
})

test('without a size a name that ends as a note does cannot be told from one', () => {
  const offsets = TABLE.replace('SIZE/OFF', '  OFFSET').replaceAll('     100   1', '           1')
  expect(held(kernel(), listed(offsets))).toMatch(/^explained .*note-or-name/)
  expect(held(listed(TABLE), listed(offsets))).toMatch(/^explained .*note-or-name/)
  expect(held(listed(offsets), listed(TABLE))).toMatch(/^explained .*note-or-name/)
})

test('what was asked of lsof explains what it shows', () => {
  const exempt = TABLE.replace('mem    REG  254,0      100   11', 'mem   UNKNmem 254,0         11').replace(
    'xa9\n',
    'xa9 (-e /srv)\n',
  )
  expect(held(listed(TABLE), listed(exempt))).toMatch(/^explained .*not-looked-at/)
  const served = TABLE.replace('like (stat: x)', 'like (stat: x) (server:/export)')
  expect(held(kernel(), listed(served))).toMatch(/^explained .*nfs-server/)
  const spaced = MAPS.replace('/srv/like (stat: x)', '/srv/like  (stat: x) ')
  expect(held(kernel(spaced), listed(TABLE))).toMatch(/^disagree/)
  const folded = TABLE.replace(/ +/g, ' ')
  expect(held(kernel(spaced), listed(folded))).toMatch(/^explained .*blanks-folded/)
  expect(held(listed(TABLE.replace('like (', 'like  (')), listed(folded))).toMatch(/^explained .*blanks-folded/)
  const open = 'p7\nn/srv/prog\nn/srv/like (stat: x)\nnpipe\n'
  expect(held(kernel(MAPS.split('\n').slice(0, 1).join('\n')), listed(open, 'fields'))).toContain('descriptor-not-told')
})
