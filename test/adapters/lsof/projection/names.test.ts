import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
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
