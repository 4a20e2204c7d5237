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

function verdict(listing: string): string {
  const argv = ['lsof', '-a', '-p', '7', '-d', 'mem,txt,DEL']
  return compare(adapters, [read(PMAP, ['pmap', '-p', '7']), read(listing, argv)]).verdict
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
  ['another order', LSOF.replace(/(.*a\.so\n)(.*zero\n)/, '$2$1')],
])('%s is a difference', (_, listing) => {
  expect(listing).not.toBe(LSOF)
  expect(verdict(listing)).toBe('disagree')
})
