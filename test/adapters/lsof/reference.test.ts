import { expect, test } from 'vitest'
import type { View } from '../../../src/adapter.js'
import type { Region } from '../../../src/model/region.js'
import { type ReferenceView, readFields0, readJson, readTable } from '../../reference/lsof.js'
import { read } from './read.js'

const FIELDS0 = [
  'p9928\0g9918\0R1\0ctricky\0u0\0Lroot\0',
  'fcwd\0a \0l \0tDIR\0D0x2\0s440\0i1\0k17\0n/\0',
  'ftxt\0a \0l \0tREG\0D0xfe00\0s21616\0i2148905\0k1\0n/srv/lab/tricky\0',
  'fmem\0a \0lW\0tREG\0D0xfe00\0s8092\0i2345298\0k2\0n/srv/two  spaces (stat: x)\0',
  'fDEL\0a \0l \0tREG\0D0x1\0i294915\0n/SYSV12345678 (stat: x)\0',
  'fmem\0a \0l \0tCHR\0D0x6\0r0x105\0i4\0k1\0n/dev/zero\0',
  'p9929\0csh\0u0\0',
  'fmem\0a \0l \0tREG\0D0xfe00\0i2345311\0n/x (stat: No such file or directory)\0',
  '',
].join('\n')

const TABLE = `COMMAND  PID USER   FD      TYPE DEVICE SIZE/OFF NLINK    NODE NAME
tricky  9928 root  cwd       DIR    0,2      440    17       1 /
tricky  9928 root  txt       REG  254,0    21616     1 2148905 /srv/lab/tricky
tricky  9928 root  mem-W     REG  254,0     8092     2 2345298 /srv/two  spaces (stat: x)
tricky  9928 root  DEL       REG    0,1                 294915 /SYSV12345678 (stat: x)
tricky  9928 root  mem       CHR    1,5              1       4 /dev/zero
sh      9929 root  mem       REG  254,0                2345311 /x (stat: No such file or directory)
`

function plain(views: readonly View[]): ReferenceView[] {
  return views.map(({ process, table }) => ({ pid: process!.pid!, regions: [...table] }))
}

test('-F0 reads as the plain reader reads it', () => {
  const expected = readFields0(Buffer.from(FIELDS0, 'latin1'))
  expect(expected.map(({ regions }) => regions.length)).toEqual([4, 1])
  expect(plain(read(FIELDS0, 'fields0'))).toEqual(expected)
})

test('the table reads as the plain reader reads it', () => {
  const expected = readTable(Buffer.from(TABLE, 'latin1'))
  expect(expected.map(({ regions }) => regions.length)).toEqual([4, 1])
  expect(plain(read(TABLE))).toEqual(expected)
})

test('-J reads as the plain reader reads it', () => {
  const text = `{"lsof_version":"4.99.7","processes":[{"pid":7,"files":[
{"fd":"txt","type":"REG","device_number":"0xfe00","size":"21616","inode":"2148905","nlink":1,"name":"/a\\"\\\\"},
{"fd":"cwd","type":"DIR","device_number":"0x2","size":"440","inode":"1","nlink":17,"name":"/"},
{"fd":"mem","lock":"W","type":"CHR","device_number":"0x6","raw_device":"0x105","inode":"4","name":"/dev/\xe9\\n"}
]},{"pid":8,"files":[{"fd":"DEL","type":"REG","device_number":"0x200afe07","inode":"5","name":"x (stat: y)"}]}]}
`
  const expected = readJson(Buffer.from(text, 'latin1'))
  expect(expected.map(({ regions }) => regions.length)).toEqual([2, 1])
  const views = read(text, 'json')
  expect(plain(views).map(({ pid, regions }) => ({ pid, regions: regions.map(withoutBytes) }))).toEqual(expected)
})

function withoutBytes({ pathnameBytes: _, ...region }: Region): Region {
  return region
}
