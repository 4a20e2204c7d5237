import { expect, test } from 'vitest'
import { countedLines, findings, read } from '../read.js'

const TABLE = `COMMAND  PID USER  FD   TYPE DEVICE SIZE/OFF    NODE NAME
tricky  9928 root txt    REG  254,0    21616 2148905 /srv/lab/tricky
tricky  9928 root DEL    REG   0,17            92645 /anon_hugepage
tricky  9928 root mem    CHR    1,5                4 /dev/zero
tricky  9928 root mem-W  REG  254,0        0 2345326 /srv/two  spaces 
tricky  9928 root mem    REG  254,0          2345317 /srv/nl\\\\012x (stat: No such file or directory)
`

test('reads the rows of a process', () => {
  const [view, ...others] = read(TABLE)
  expect(others).toEqual([])
  expect(view!.process).toEqual({ pid: 9928, command: 'tricky', user: 'root' })
  expect([...view!.diagnostics]).toEqual([])
  expect([...view!.table]).toEqual([
    {
      device: { major: 254, minor: 0 },
      inode: 2148905n,
      pathname: '/srv/lab/tricky',
      file: { descriptor: 'txt', type: 'REG', size: 21616n },
    },
    {
      device: { major: 0, minor: 17 },
      inode: 92645n,
      pathname: '/anon_hugepage',
      file: { descriptor: 'DEL', type: 'REG' },
    },
    {
      inode: 4n,
      pathname: '/dev/zero',
      file: { descriptor: 'mem', type: 'CHR', rdev: { major: 1, minor: 5 } },
    },
    {
      device: { major: 254, minor: 0 },
      inode: 2345326n,
      pathname: '/srv/two  spaces ',
      file: { descriptor: 'mem', type: 'REG', size: 0n, lock: 'W' },
    },
    {
      device: { major: 254, minor: 0 },
      inode: 2345317n,
      pathname: '/srv/nl\\\\012x',
      file: { descriptor: 'mem', type: 'REG', note: '(stat: No such file or directory)' },
    },
  ])
})

test('reads every column lsof can have, blank or not', () => {
  const views = read(
    [
      'COMMAND     PID   TID TASKCMD   PPID  PGID USER  FD   TYPE FILE-FLAG DEVICE SIZE/OFF NLINK    NODE NAME',
      'ma\\x20in  12375                    1 12366 root DEL    REG            254,0                2154674 /tmp/dead',
      'ma\\x20in  12375 12376 th\\x20one    1 12366 root mem-r  REG        LG  254,0      100     2 2154658 /tmp/locked',
      '          12377                    1 12366 root mem    CHR              1,5              1       4 /dev/zero',
      '',
    ].join('\n'),
  )
  expect(views.map((view) => view.process)).toEqual([
    { pid: 12375, command: 'ma\\x20in', ppid: 1, pgid: 12366, user: 'root' },
    { pid: 12375, command: 'ma\\x20in', ppid: 1, pgid: 12366, user: 'root' },
    { pid: 12377, command: '', ppid: 1, pgid: 12366, user: 'root' },
  ])
  expect(views.flatMap((view) => [...view.table])).toEqual([
    {
      device: { major: 254, minor: 0 },
      inode: 2154674n,
      pathname: '/tmp/dead',
      file: { descriptor: 'DEL', type: 'REG' },
    },
    {
      device: { major: 254, minor: 0 },
      inode: 2154658n,
      pathname: '/tmp/locked',
      file: { descriptor: 'mem', type: 'REG', size: 100n, links: 2n, lock: 'r' },
      extra: { TID: '12376', TASKCMD: 'th\\x20one', 'FILE-FLAG': 'LG' },
    },
    {
      inode: 4n,
      pathname: '/dev/zero',
      file: { descriptor: 'mem', type: 'CHR', links: 1n, rdev: { major: 1, minor: 5 } },
    },
  ])
  expect(views.flatMap((view) => [...view.diagnostics])).toEqual([])
})

test('left-aligned columns may follow each other', () => {
  const [main, thread] = read(
    [
      'COMMAND  PID TID TASKCMD SECURITY-CONTEXT USER  FD   TYPE DEVICE SIZE/OFF NODE NAME',
      'sh      9928             system_u         root mem    REG  254,0       10   12 /x',
      'sh      9928   5 five    unconfined       root mem    REG  254,0       10   12 /y',
      '',
    ].join('\n'),
  )
  expect(main!.table.extra(0)).toEqual({ 'SECURITY-CONTEXT': 'system_u' })
  expect(thread!.table.extra(0)).toEqual({ TID: '5', TASKCMD: 'five', 'SECURITY-CONTEXT': 'unconfined' })
})

test('a login name may hold blanks and bytes that are not ASCII; a number is a uid', () => {
  const [view] = read(
    'COMMAND PID     USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\nsh        1 J\xf6rg   X mem    REG    8,1        5    7 /x\n',
  )
  expect(view!.process!.user).toBe('J\ufffdrg   X')
  expect(view!.table.length).toBe(1)
  const [numeric] = read(
    'COMMAND PID     USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\nsh        1    12345 mem    REG    8,1        5    7 /x\n',
  )
  expect(numeric!.process).toEqual({ pid: 1, command: 'sh', uid: 12345 })
  const [cut] = read(
    'COMMAND PID     USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\nsh        1 40000000 mem    REG    8,1        5    7 /x\n',
  )
  expect(cut!.process).toEqual({ pid: 1, command: 'sh', user: '40000000' })
})

test('rows of other descriptors are left out, each with a note', () => {
  const views = read(
    [
      'COMMAND PID USER   FD      TYPE DEVICE SIZE/OFF    NODE NAME',
      'sh      100 root  cwd       DIR    0,2      440       1 /',
      'sh      100 root  txt       REG    0,2    39272      67 /bin/sh',
      'sh      100 root    5uW     REG    0,2     0t17      68 /run/x',
      'sh      101 root NOFD                                   /proc/101/fd (opendir: Permission denied)',
      '',
    ].join('\n'),
  )
  expect(views.map((view) => [view.process!.pid, view.table.length])).toEqual([
    [100, 1],
    [101, 0],
  ])
  expect(views.flatMap(findings)).toEqual(['other-row: cwd', 'other-row: 5', 'other-row: NOFD'])
  expect(views.map((view) => view.lines.rejected)).toEqual([2, 1])
})

test('one-digit descriptors alone: lsof 4.99 prints FD wider than its column', () => {
  const [view] = read(
    'COMMAND  PID USER FD   TYPE DEVICE SIZE/OFF NODE NAME\ntricky  9928 root 0r   CHR    1,3      0t0    5 /dev/null\n',
  )
  expect(findings(view)).toEqual(['other-row: 0'])
})

test('a device that cannot be mapped files has its number and protocol kept', () => {
  const [view] = read(
    [
      'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME',
      'sh      100 root mem   pack 121160           ALL type=SOCK_RAW',
      'sh      100 root txt unknown                    /proc/2/exe',
      '',
    ]
      .join('\n')
      .replace('  TYPE', '    TYPE')
      .replace('mem   pack', 'mem      pack')
      .replace('txt unknown', 'txt   unknown'),
  )
  expect([...view!.table]).toEqual([
    {
      pathname: 'type=SOCK_RAW',
      file: { descriptor: 'mem', type: 'pack' },
      extra: { d: '121160', P: 'ALL' },
    },
    { pathname: '/proc/2/exe', file: { descriptor: 'txt', type: 'unknown' } },
  ])
})

test('offsets and rounded sizes are no sizes', () => {
  const [view] = read(
    [
      'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME',
      'sh      100 root mem    REG    8,1     7.9K   12 /x (stat: y)',
      'sh      100 root mem    REG    8,1     0t17   13 /y (stat: y)',
      '',
    ].join('\n'),
  )
  expect([...view!.table].map(({ pathname, file, extra }) => ({ pathname, file, extra }))).toEqual([
    { pathname: '/x (stat: y)', file: { descriptor: 'mem', type: 'REG' }, extra: { 'SIZE/OFF': '7.9K' } },
    { pathname: '/y', file: { descriptor: 'mem', type: 'REG', note: '(stat: y)' }, extra: { 'SIZE/OFF': '0t17' } },
  ])
})

test('a column new to us is kept and noted once; one that is missing takes its field from the view', () => {
  const [view] = read(
    'COMMAND PID USER  FD   TYPE COLOUR DEVICE NAME\nsh      100 root mem    REG    red    8,1 /x\nsh      100 root mem    REG           8,1 /y\n',
  )
  expect(view!.table.extra(0)).toEqual({ COLOUR: 'red' })
  expect(view!.table.extra(1)).toBeUndefined()
  expect(findings(view)).toEqual(['unknown-column: COLOUR'])
  expect([...view!.says]).toEqual(['device', 'pathname', 'file'])
})

test('each look of lsof -r is a view of its own', () => {
  const look = TABLE.split('\n').slice(0, 2).join('\n')
  const views = read(`${look}\n=======\n${look}\n=======\n`)
  expect(views.map((view) => [view.process!.pid, view.table.length])).toEqual([
    [9928, 1],
    [9928, 1],
  ])
  expect(views.flatMap(findings)).toEqual([])
  expect(countedLines(views)).toBe(6)
})

test('messages of lsof and text before the titles are told, not read', () => {
  const [view] = read(
    [
      '$ lsof -p 9928',
      "lsof: WARNING: can't stat() tracefs file system /sys/kernel/debug/tracing",
      '      Output information may be incomplete.',
      'tricky  9928 root txt    REG  254,0    21616 2148905 /srv/lab/tricky',
      ...TABLE.split('\n').slice(0, 2),
      'lsof: no pwd entry for UID 12345',
      '',
      '',
    ].join('\n'),
  )
  expect(view!.table.length).toBe(1)
  expect([...view!.diagnostics].map(({ code, line }) => `${line} ${code}`)).toEqual([
    '1 unrecognised-line',
    '2 tool-message',
    '3 tool-message',
    '4 orphan-row',
    '7 tool-message',
  ])
  expect(view!.lines).toEqual({ regions: 1, parts: 0, headings: 1, footers: 1, rejected: 5 })
})

test('a process whose name begins like a message is read', () => {
  const [view] = read(
    'COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\nlsof:   100 root mem    REG    8,1        9   12 /x\n',
  )
  expect(view!.process!.command).toBe('lsof:')
})

test.each([
  ['DEVICE', 'sh      100 root mem    REG   8;1         9   12 /x', 'bad-column:   8;1 '],
  ['DEVICE', 'sh      100 root mem    REG    8;1        9   12 /x', 'bad-device: 8;1'],
  ['SIZE/OFF', 'sh      100 root mem    REG    8,1       9z   12 /x', 'bad-size: 9z'],
  ['NODE', 'sh      100 root mem    REG    8,1        9  -12 /x', 'bad-inode: -12'],
  [
    'NODE',
    'sh      100 root mem    REG    8,1        9 99999999999999999999999 /x',
    'bad-inode: 99999999999999999999999',
  ],
])('a bad cell is told with its place: %s', (_, row, expected) => {
  const [view] = read(`COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\n${row}\n`)
  expect(view!.table.length).toBe(0)
  expect(findings(view)).toEqual([expected])
})
