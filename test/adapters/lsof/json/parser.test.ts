import { expect, test } from 'vitest'
import { countedLines, findings, read } from '../read.js'

const FILES = [
  '{"fd":"cwd","type":"DIR","device_number":"0x2","size":"440","inode":"1","nlink":17,"name":"/"}',
  '{"fd":"txt","type":"REG","device_number":"0xfe00","size":"21616","inode":"2148905","nlink":1,"name":"/srv/lab/tricky"}',
  '{"fd":"mem","lock":"W","type":"REG","device_number":"0xfe00","size":"8092","inode":"2345298","nlink":1,"name":"/srv/lab/t/q\\"\\\\\\u0001\xff"}',
  '{"fd":"mem","type":"CHR","device_number":"0x6","raw_device":"0x105","inode":"4","nlink":1,"name":"/dev/zero"}',
  '{"fd":"DEL","type":"REG","device_number":"0x1","inode":"294915","name":"/SYSV12345678"}',
]
const KEYS = '"pid":9928,"pgid":9918,"ppid":1,"command":"tricky","uid":0,"login":"root"'
const J = `{"lsof_version":"4.99.7","processes":[{${KEYS},"files":[${FILES.join(',')}]}]}\n`
const JL = FILES.map((file) => `{${KEYS},${file.slice(1)}\n`).join('')

test('-J: many regions on one line, names raw', () => {
  const [view, ...others] = read(J, 'json')
  expect(others).toEqual([])
  expect(view!.process).toEqual({ pid: 9928, pgid: 9918, ppid: 1, command: 'tricky', uid: 0, user: 'root' })
  expect(view!.lines).toEqual({ regions: 1, parts: 0, headings: 0, footers: 0, rejected: 0 })
  expect(findings(view)).toEqual([`other-row: ${FILES[0]!.slice(0, 60)}`])
  expect([...view!.table]).toMatchObject([
    {
      device: { major: 254, minor: 0 },
      inode: 2148905n,
      pathname: '/srv/lab/tricky',
      file: { descriptor: 'txt', type: 'REG', size: 21616n, links: 1n },
    },
    {
      device: { major: 254, minor: 0 },
      inode: 2345298n,
      file: { descriptor: 'mem', type: 'REG', size: 8092n, links: 1n, lock: 'W' },
    },
    { pathname: '/dev/zero', device: { major: 0, minor: 6 }, file: { rdev: { major: 1, minor: 5 } } },
    { pathname: '/SYSV12345678', inode: 294915n, file: { descriptor: 'DEL', type: 'REG' } },
  ])
  expect(Buffer.from(view!.table.pathnameBytes(1)!).toString('latin1')).toBe('/srv/lab/t/q"\\\x01\xff')
})

test('-j tells what -J tells, a line each', () => {
  const [view, ...others] = read(JL, 'jsonl')
  expect(others).toEqual([])
  const [whole] = read(J, 'json')
  expect(view!.process).toEqual(whole!.process)
  expect([...view!.table]).toEqual([...whole!.table])
  expect(view!.lines).toEqual({ regions: 4, parts: 0, headings: 0, footers: 0, rejected: 1 })
})

test('either is known by itself, whatever it is read as', () => {
  expect(read(J, 'jsonl')[0]!.dialect).toBe('json')
  expect(read(JL, 'json')[0]!.dialect).toBe('jsonl')
})

test('the object that a program broke into lines tells the same', () => {
  const text = JSON.stringify(JSON.parse(J), null, 2)
  const [view] = read(text, 'json')
  expect([...view!.table].length).toBe(4)
  expect(countedLines([view!])).toBe(text.split('\n').length)
  expect(view!.lines).toMatchObject({ regions: 4, parts: 8 + 9 + 8 + 6, rejected: 9 })
})
