import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { Facts, View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { detect } from '../../../../src/ops/detect.js'
import { parse } from '../../../../src/ops/parse.js'

const PMAP = `7:   sleep
0000560a18729000      4K r---- /usr/bin/sleep
0000560a19000000      4K rw---   [ anon ]
00007f0000000000      4K r---- /usr/lib/a.so
00007f0000002000      4K rw-s- /dev/zero (deleted)
00007f0000004000      4K r---- /usr/lib/b.so
 total               20K
`
const LSOF = `COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME
sleep     7 root txt    REG  254,1    43888   12 /usr/bin/sleep
sleep     7 root mem    REG  254,1     4096   13 /usr/lib/a.so
sleep     7 root DEL    REG    0,1           99 /dev/zero
sleep     7 root mem    REG  254,1     4096   14 /usr/lib/b.so
`

function read(text: string, argv: readonly string[]): View {
  const bytes = new TextEncoder().encode(text)
  const { adapter, match } = detect(adapters, bytes)
  return parse(adapter, bytes, { dialect: match.dialect, source: { argv } })[0] as View
}

function verdict(listing: string, shown: string = PMAP, words: readonly string[] = ['-p']): string {
  const argv = ['lsof', '-a', '-p', '7', '-d', 'mem,txt,DEL']
  return compare(adapters, [read(shown, ['pmap', ...words, '7']), read(listing, argv)]).verdict
}

test('a listing and the names of pmap -p can be true together', () => {
  expect(verdict(LSOF)).toBe('explained')
})

test.each([
  ['another folder', LSOF.replace('/usr/lib/a.so', '/usr/lia/a.so')],
  ['DEL without a mark', LSOF.replace('mem    REG  254,1     4096   13', 'DEL    REG  254,1            13')],
  ['mem without a size or a note', LSOF.replace('DEL    REG    0,1 ', 'mem    REG    0,1 ')],
  ['more files than mappings', LSOF.replace(/(.*)99( .*zero\n)/, '$199$2$198$2')],
  ['a row txt below what is mapped', `${LSOF}sleep     7 root txt    REG  254,1    43888   15 /usr/bin/other\n`],
  ['an executable that is deleted', LSOF.replace('/usr/bin/sleep', '/usr/bin/sleep (deleted)')],
  [
    'a file without a mapping between those of its neighbours',
    `${LSOF}sleep     7 root mem    REG    0,1           98 socket:[98]\n`,
  ],
  ['another order', LSOF.replace(/(.*a\.so\n)(.*zero\n)/, '$2$1')],
])('%s is a difference', (_, listing) => {
  expect(listing).not.toBe(LSOF)
  expect(verdict(listing)).toBe('disagree')
})

const ANON = '00007f0000006000      4K rw-s-   [ anon ]\n'
const row = (node: number, name: string, kind = 'mem'): string =>
  `sleep     7 root ${kind}    REG    0,1           ${node} ${name}${kind === 'mem' ? ' (stat: No such file or directory)' : ''}\n`

test('a name without a slash is listed of memory that pmap shows as [ anon ], one row for each', () => {
  const shown = PMAP.replace(' total', `${ANON} total`)
  expect(verdict(`${LSOF}${row(98, 'socket:[98]')}`, shown)).toBe('explained')
  expect(verdict(`${LSOF}${row(98, 'socket:[98]')}${row(97, 'socket:[97]')}`, shown)).toBe('disagree')
})

test('shared memory without a name has a file, which is listed', () => {
  const shown = PMAP.replace(' total', `${ANON} total`)
  expect(verdict(LSOF, shown)).toBe('disagree')
  expect(verdict(LSOF, shown.replace('rw-s-   [', 'rw---   ['))).toBe('explained')
})

test('a file that is marked is not found without a size, where others have one', () => {
  const unmarked = LSOF.replace('DEL    REG    0,1 ', 'mem    REG    0,1 ')
  const words = ['lsof', '-w', '-a', '-p', '7', '-d', 'mem,txt,DEL']
  const both = [read(PMAP, ['pmap', '-p', '7']), read(unmarked, words)]
  expect(compare(adapters, both).verdict).toBe('disagree')
  const found = [read(PMAP.replace(' (deleted)', ''), ['pmap', '-p', '7']), read(unmarked, words)]
  expect(compare(adapters, found).verdict).toBe('explained')
})

test('shared memory is numbered as System V segments are, but not as those of huge pages', () => {
  const zero = ANON.replace('  [ anon ]', '/dev/zero (deleted)')
  const shown = PMAP.replace('00007f0000002000      4K rw-s- /dev/zero (deleted)\n', zero)
  const segment = LSOF.replace('/dev/zero', '/SYSV00000000').replace(/(.*SYSV.*\n)(.*b\.so\n)/, '$1$2')
  const facts = (minor: number): Facts => ({ sysvDevice: { major: 0, minor } })
  const listing = read(segment, ['lsof', '-a', '-p', '7', '-d', 'mem,txt,DEL'])
  const shows = read(
    shown.replace(' total', `${zero.replace('6000', '8000').replace('/dev/zero', '/SYSV00000000')} total`),
    ['pmap', '-p', '7'],
  )
  expect(compare(adapters, [shows, listing], { facts: facts(14) }).verdict).toBe('disagree')
})

test('the executable lies on its own device', () => {
  const shown = `7:   sleep
0000560a18729000       4 r---- 0000000000000000 0fe:00001 sleep
00007f0000000000       4 r---- 0000000000000000 0fe:00001 a.so
mapped: 8K    writeable/private: 0K    shared: 0K
`
  const [titles, , lib] = LSOF.split('\n')
  const exe = { pathname: '/usr/bin/sleep', device: { major: 254, minor: 1 }, inode: 12n }
  const listing = read(`${titles}\n${lib}\n`, ['lsof', '-a', '-p', '7', '-d', 'mem'])
  const of = (text: string): string =>
    compare(adapters, [read(text, ['pmap', '-d', '7']), listing], { facts: { process: { exe } } }).verdict
  expect(of(shown)).toBe('explained')
  expect(of(shown.replace('0fe:00001 sleep', '0fe:00002 sleep'))).toBe('disagree')
})

test('a socket is listed by its name, where no row describes one', () => {
  const toybox = `7: sleep\n00007f0000000000     16K r--s- socket:[98]\ntotal               16K\n`
  const of = (listing: string): string =>
    compare(adapters, [read(toybox, ['toybox', 'pmap', '7']), read(listing, ['lsof', '-a', '-p', '7', '-d', 'mem'])])
      .verdict
  const [titles, , lib = ''] = LSOF.split('\n')
  expect(of(`${titles}\n${row(98, 'socket:[98]')}`)).toBe('explained')
  expect(of(`${titles}\n${lib}\n`)).toBe('disagree')
})

test('a System V segment is the row with its number, and may hide a file of memory that has it too', () => {
  const shmid = ANON.replace('[ anon ]', '[ shmid=0x62 ]')
  const memory = ANON.replace('  [ anon ]', 'memfd:x (deleted)')
  const shown = PMAP.replace(' total', `${shmid}${memory} total`)
  expect(verdict(`${LSOF}${row(98, '/SYSV00000000', 'DEL')}`, shown, [])).toBe('explained')
  expect(verdict(`${LSOF}${row(97, '/SYSV00000000', 'DEL')}`, shown, [])).toBe('disagree')
})

test('the link of the executable is marked as its mappings are', () => {
  const marked = (text: string): string => text.replace('/usr/bin/sleep', '/usr/bin/sleep (deleted)')
  expect(verdict(marked(LSOF), marked(PMAP))).toBe('explained')
  expect(verdict(LSOF, marked(PMAP))).toBe('disagree')
})

test('pmap -A shows a range of what is listed', () => {
  const [title, ...rows] = PMAP.split('\n').slice(0, 4)
  const shown = `${[title, rows[2]].join('\n')}\n total                4K\n`
  expect(verdict(LSOF, shown, ['-p', '-A', '7f0000000000,7f0000000fff'])).toBe('explained')
})

test('a file in memory alone is marked, so that a segment may have its number', () => {
  const memory = ANON.replace('  [ anon ]', 'memfd:x (deleted)')
  const shmid = ANON.replace('6000', '5000').replace('[ anon ]', '[ shmid=0x62 ]')
  const of = (text: string): string => verdict(`${LSOF}${row(98, '/SYSV00000000', 'DEL')}`, text, [])
  const shown = PMAP.replace(' total', `${shmid}${memory} total`)
  expect(of(shown)).toBe('explained')
  expect(of(shown.replace('memfd:x (deleted)', 'memfd:x'))).toBe('disagree')
})

test('-F shows the device that a special file lies on', () => {
  const shown = `7:   sleep
00007f0000000000       4 rw--- 0000000000000000 000:00006 zero
mapped: 4K    writeable/private: 4K    shared: 0K
`
  const letters = (device: string): string => `p7\nfmem\ntCHR\nD${device}\ni9\nk1\nn/dev/zero\n`
  const of = (device: string): string =>
    compare(adapters, [
      read(shown, ['pmap', '-d', '7']),
      read(letters(device), ['lsof', '-a', '-p', '7', '-d', 'mem', '-F', 'ftDikn']),
    ]).verdict
  expect(of('0x6')).toBe('agree')
  expect(of('0x7')).toBe('disagree')
})

test('a question mark may stand for a TAB, where lsof ends a name, up to pmap 4.0.4', () => {
  const shown = (version: string): View => {
    const text = PMAP.replace(
      '00007f0000004000      4K r---- /usr/lib/b.so',
      '00007f0000004000      4K r---- /usr/lib/b.so?x',
    )
    const view = read(text, ['pmap', '-p', '7'])
    return { ...view, source: { ...view.source, version } }
  }
  const listing = read(LSOF, ['lsof', '-a', '-p', '7', '-d', 'mem,txt,DEL'])
  expect(compare(adapters, [shown('4.0.4'), listing]).verdict).toBe('explained')
  expect(compare(adapters, [shown('4.0.5'), listing]).verdict).toBe('disagree')
})
