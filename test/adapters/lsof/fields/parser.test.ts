import { expect, test } from 'vitest'
import { countedLines, findings, read } from '../read.js'

const FIELDS0 = [
  'p9928\0g9918\0R1\0ctri cky\0u0\0Lroot\0',
  'ftxt\0a \0l \0tREG\0D0xfe00\0s21616\0i2148905\0k1\0n/srv/lab/tricky\0',
  'fmem\0a \0lW\0tREG\0D0x200afe07\0s0\0i18446744073709551615\0k2\0n/srv/p1\xc3\xa9  \0',
  'fDEL\0a \0l \0tREG\0D0x1\0i294915\0n/SYSV12345678\0',
  'fmem\0a \0l \0tCHR\0D0x6\0r0x105\0i4\0k1\0n/dev/zero\0',
  'fmem\0a \0l \0tREG\0D0xfe00\0i2345311\0n/x (path dev=0,43, inode=2)\0',
  '',
].join('\n')

/** The same with a line a field. */
const FIELDS = FIELDS0.replaceAll('\0\n', '\n').replaceAll('\0', '\n')

const REGIONS = [
  {
    device: { major: 254, minor: 0 },
    inode: 2148905n,
    pathname: '/srv/lab/tricky',
    file: { descriptor: 'txt', type: 'REG', size: 21616n, links: 1n },
  },
  {
    device: { major: 0xafe, minor: 0x20007 },
    inode: 18446744073709551615n,
    pathname: '/srv/p1é  ',
    file: { descriptor: 'mem', type: 'REG', size: 0n, links: 2n, lock: 'W' },
  },
  {
    device: { major: 0, minor: 1 },
    inode: 294915n,
    pathname: '/SYSV12345678',
    file: { descriptor: 'DEL', type: 'REG' },
  },
  {
    device: { major: 0, minor: 6 },
    inode: 4n,
    pathname: '/dev/zero',
    file: { descriptor: 'mem', type: 'CHR', links: 1n, rdev: { major: 1, minor: 5 } },
  },
  {
    device: { major: 254, minor: 0 },
    inode: 2345311n,
    pathname: '/x',
    file: { descriptor: 'mem', type: 'REG', note: '(path dev=0,43, inode=2)' },
  },
]

test.each([
  ['fields0', FIELDS0],
  ['fields', FIELDS],
])('reads the files of a process: %s', (dialect, text) => {
  const [view, ...others] = read(text, dialect)
  expect(others).toEqual([])
  expect(view!.dialect).toBe(dialect)
  expect([...view!.diagnostics]).toEqual([])
  expect(view!.process).toEqual({ pid: 9928, pgid: 9918, ppid: 1, command: 'tri cky', uid: 0, user: 'root' })
  expect([...view!.table]).toEqual(REGIONS)
  expect(countedLines([view!])).toBe(text.split('\n').length - 1)
})

test('a text with NULs is fields0, whatever it was taken for', () => {
  expect(read(FIELDS0, 'fields')[0]!.dialect).toBe('fields0')
})

test('a line a field: the first of a file is the region, the others are parts of it', () => {
  const [view] = read(FIELDS, 'fields')
  expect(view!.lines).toEqual({ regions: 5, parts: 36, headings: 6, footers: 0, rejected: 0 })
  expect(view!.table.line(1)).toBe(16)
})

test.each(['fields0', 'fields'])('each process and each thread is a view of its own: %s', (dialect) => {
  const set = 'p7\0cmain\0u-294967296\0\nfmem\0D0x1\0i3\0n/a\0\n'
  const thread = 'p7\0K8\0Mth one\0cmain\0\nfmem\0D0x1\0i3\0n/a\0\np9\0cother\0\nftxt\0D0x1\0i4\0n/b\0\n'
  const text = set + thread
  const views = read(dialect === 'fields0' ? text : text.replaceAll('\0\n', '\n').replaceAll('\0', '\n'), dialect)
  expect(views.map(({ process }) => process)).toEqual([
    { pid: 7, command: 'main', uid: 4000000000 },
    { pid: 7, command: 'main' },
    { pid: 9, command: 'other' },
  ])
  expect(views.map(({ table }) => [table.length, table.extra(0)])).toEqual([
    [1, undefined],
    [1, { TID: '8', TASKCMD: 'th one' }],
    [1, undefined],
  ])
})

test('rows of other descriptors are left out: one note a row', () => {
  const text = 'p7\0\nfcwd\0a \0l \0tDIR\0D0x2\0s440\0i1\0n/\0\nfmem\0D0x1\0i3\0n/a\0\nf5\0au\0o0t17\0\n'
  const [zero] = read(text, 'fields0')
  expect(findings(zero)).toEqual(['other-row: fcwd\0a \0l \0tDIR\0D0x2\0s440\0i1\0n/\0', 'other-row: f5\0au\0o0t17\0'])
  expect(zero!.lines).toEqual({ regions: 1, parts: 0, headings: 1, footers: 0, rejected: 2 })
  const [lines] = read(text.replaceAll('\0\n', '\n').replaceAll('\0', '\n'), 'fields')
  expect(findings(lines)).toEqual(['other-row: fcwd', 'other-row: f5'])
  expect(lines!.lines).toEqual({ regions: 1, parts: 3, headings: 1, footers: 0, rejected: 11 })
  expect([...lines!.table]).toEqual([...zero!.table])
})

test('a packet socket has its number and protocol kept', () => {
  const [view] = read('p7\0\nfmem\0a \0l \0tpack\0d121160\0PALL\0ntype=SOCK_RAW\0\n', 'fields0')
  expect([...view!.table]).toEqual([
    { pathname: 'type=SOCK_RAW', file: { descriptor: 'mem', type: 'pack' }, extra: { d: '121160', P: 'ALL' } },
  ])
  expect([...view!.says]).toContain('device')
})

test.each([
  'fields0',
  'fields',
])('a letter new to us, or one that comes again, is kept and noted once: %s', (dialect) => {
  const text = 'p7\0\nfmem\0D0x1\0xnew\0n/a\0nagain\0\nfmem\0D0x1\0xnew\0n/b\0\n'
  const [view] = read(dialect === 'fields0' ? text : text.replaceAll('\0\n', '\n').replaceAll('\0', '\n'), dialect)
  expect(view!.table.length).toBe(2)
  expect(view!.table.extra(0)).toEqual({ x: 'new', n: 'again' })
  expect(view!.table.extra(1)).toEqual({ x: 'new' })
  expect(findings(view)).toEqual(['unknown-field: xnew', 'unknown-field: nagain'])
})

test('a letter new to us of a process is kept with each of its files', () => {
  const [view] = read('p7\nyzap\ncsh\nfmem\nn/a\nfmem\nn/b\n', 'fields')
  expect([...view!.table].map(({ extra }) => extra)).toEqual([{ y: 'zap' }, { y: 'zap' }])
  expect(findings(view)).toEqual(['unknown-field: yzap'])
})

test('what was not asked for is not said', () => {
  expect([...read('p7\0\nfmem\0n/a\0\n', 'fields0')[0]!.says]).toEqual(['pathname', 'file'])
  expect([...read('p7\nfmem\ni5\np8\nfmem\ni6\n', 'fields')[0]!.says]).toEqual(['inode', 'file'])
  expect([...read('p2\0\nftxt\0tunknown\0\n', 'fields0')[0]!.says]).toEqual(['device', 'inode', 'pathname', 'file'])
})

test('without f, files are told apart by the order of their letters, and a warning is given', () => {
  const [view] = read('p7\ns5\ni1\nn/a\ni2\nn/b (stat: Permission denied)\nn/c\n', 'fields')
  expect([...view!.table]).toEqual([
    { inode: 1n, pathname: '/a', file: { size: 5n } },
    { inode: 2n, pathname: '/b', file: { note: '(stat: Permission denied)' } },
    { pathname: '/c', file: {} },
  ])
  expect(findings(view)).toEqual(['no-descriptor: s5'])
  expect([...read('p7\0\nn/a\0\nn/b\0\n', 'fields0')[0]!.table].map(({ pathname }) => pathname)).toEqual(['/a', '/b'])
})

test('f need not be the first letter of a line', () => {
  const [view] = read('p7\0\nn/a\0i5\0fmem\0\ni6\0f4\0\n', 'fields0')
  expect([...view!.table]).toEqual([{ inode: 5n, pathname: '/a', file: { descriptor: 'mem' } }])
})

test('each look of lsof -r is a view of its own', () => {
  const views = read('p7\nfmem\nn/a\nm\np7\nfmem\nn/a\nm====\n', 'fields')
  expect(views.map(({ process, table }) => [process!.pid, table.length])).toEqual([
    [7, 1],
    [7, 1],
  ])
  expect(countedLines(views)).toBe(8)
  expect(read('p7\0\nfmem\0n/a\0\nm\0\np7\0\nfmem\0n/a\0\n', 'fields0').length).toBe(2)
})

test('messages of lsof are told, not taken for a lock', () => {
  const [view] = read(
    'lsof: WARNING: no\n      Output information may be incomplete.\np7\nfmem\nlsof: WARNING: no\nlW\n',
    'fields',
  )
  expect([...view!.diagnostics].map(({ code, line }) => `${line} ${code}`)).toEqual([
    '1 tool-message',
    '2 tool-message',
    '5 tool-message',
  ])
  expect(view!.table.file(0)).toEqual({ descriptor: 'mem', lock: 'W' })
})

test.each([
  ['fmem\0n/a\0\n', 'orphan-record: fmem\0n/a\0'],
  ['px\0\nfmem\0n/a\0\n', 'bad-column: px'],
  ['p7\0ux\0\n', 'bad-column: ux'],
  ['p7\0cs', 'cut-short: cs'],
  ['p7\0\nfmem\0n/a\0\nn/b\0\n', 'unrecognised-line: n/b\0'],
  ['p7\0\nfmem\0D254,0\0n/a\0\n', 'bad-device: D254,0'],
  ['p7\0\nfmem\0D0x10000000000000000\0\n', 'bad-device: D0x10000000000000000'],
  ['p7\0\nfmem\0i0x5\0n/a\0\n', 'bad-inode: i0x5'],
  ['p7\0\nfmem\0s0t5\0n/a\0\n', 'bad-size: s0t5'],
  ['p7\0\nfmem\0k\0n/a\0\n', 'bad-column: k'],
  ['p7\0\nfmem\0n/a', 'cut-short: n/a'],
  ['p7\0\nfmem\0 x\0n/a\0\n', 'unrecognised-line:  x'],
])('damage is told with its place: %j', (text, expected) => {
  const views = read(text, 'fields0')
  expect(views.flatMap(findings)[0]).toBe(expected)
  expect(views.flatMap((view) => [...view.diagnostics]).every(({ severity }) => severity === 'error')).toBe(true)
  expect(countedLines(views)).toBe(text.split('\n').filter(Boolean).length)
})

test.each([
  ['n/a\n', 'orphan-record: n/a'],
  ['px\nfmem\n', 'bad-column: px'],
  ['p7\nRx\n', 'bad-column: Rx'],
  ['p7\nfmem\nix\n', 'bad-inode: ix'],
  ['p7\nfmem\n/a\n', 'unrecognised-line: /a'],
  ['p7\nfmem\np8\nn/a\n', 'unrecognised-line: n/a'],
])('damage of a line a field is told with its place: %j', (text, expected) => {
  const views = read(text, 'fields')
  expect(views.flatMap(findings)[0]).toBe(expected)
  expect(countedLines(views)).toBe(text.split('\n').length - 1)
})

test('T repeats within a file, and begins another where its key was there before', () => {
  const [socket] = read('p1\nn127.0.0.1:8099\nTST=LISTEN\nTQR=0\nTQS=0\nn/a\n', 'fields')
  expect([...socket!.table].map(({ pathname }) => pathname)).toEqual(['127.0.0.1:8099', '/a'])
  const [alone] = read('p1\nTST=LISTEN\nTQR=0\nTQS=0\nTQR=1\nTQS=0\nTST=CLOSE\nTXY=1\n', 'fields')
  expect([0, 1, 2].map((row) => alone!.table.line(row))).toEqual([2, 5, 7])
})
