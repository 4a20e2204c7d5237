import { expect, test } from 'vitest'
import { DIALECTS } from '../../../adapters/maps/dialects.js'
import { maps } from '../../../adapters/maps/index.js'
import { SPELLINGS } from '../../../adapters/maps/spelling.js'
import type { View } from '../../../src/adapter.js'
import { format, joined } from '../../../src/ops/format.js'
import { parse } from '../../../src/ops/parse.js'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const read = (text: string, dialect?: string): View =>
  parse(maps, bytes(text), dialect === undefined ? {} : { dialect })[0]!
const write = (view: View, dialect?: string): string =>
  Buffer.from(joined(format(maps, view, dialect === undefined ? {} : { dialect }))).toString('latin1')
const codes = ({ diagnostics }: View): readonly string[] => [...diagnostics].map(({ code }) => code)

/** A line with the name in that column. */
function line(prefix: string, name: string, column = 73): string {
  return `${prefix.padEnd(column)}${name}\n`
}

const NAMED = '7f0000000000-7f0000001000 r-xp 00000000 08:01 7 '
const SHORT = '400000-401000 r-xp 00000000 08:01 7'
const UNNAMED = '7f0000001000-7f0000002000 rw-p 00000000 00:00 0'

test('every dialect has a spelling, in the same order', () => {
  expect(Object.keys(SPELLINGS)).toEqual(Object.keys(DIALECTS))
})

test.each([
  ['64bit', 'a name in column 73', line(NAMED, '/x')],
  ['32bit', 'a name in column 49', line('00400000-00401000 r-xp 00000000 08:01 7 ', '/x', 49)],
  [
    '64bit',
    'column 49 with an address that no 32-bit kernel has',
    line('7f00000000-7f00001000 r-xp 00000000 08:01 7 ', '/x', 49),
  ],
  ['wsl1', 'a name in column 65', line(NAMED, '/x', 65)],
  ['qemu-user', 'a short address', line(SHORT, '/x')],
  ['qemu-user', 'nothing behind an inode, below a short address', `${line(SHORT, '/x')}${UNNAMED}\n`],
  ['64bit', 'nothing behind an inode, and no short address', `${line(NAMED, '/x')}${UNNAMED}\n`],
  ['qemu-user-7', 'a line filled with blanks', `${line(NAMED, '/x')}${UNNAMED.padEnd(73)}\n`],
  ['asterinas', 'one blank behind an inode, below a short address', `${line(SHORT, '/x')}${UNNAMED} \n`],
  [
    '64bit',
    'a short address below a padded one',
    `${line('00300000-00301000 r-xp 00000000 08:01 7 ', '/x')}${line(SHORT, '/x')}`,
  ],
  ['64bit', 'a name behind one blank', `${NAMED}/x\n`],
  ['64bit', 'an odd line before one of another dialect', `${NAMED}  /x\n${line(NAMED, '/x', 65)}`],
  [
    '32bit',
    'an odd line before one of a 32-bit kernel',
    `${UNNAMED}\n${line('00400000-00401000 r-xp 00000000 08:01 7 ', '/x', 49)}`,
  ],
])('reads as %s: %s', (dialect, _, text) => {
  expect(read(text).dialect).toBe(dialect)
})

test('a dialect that was asked for is kept as long as the text may be in it', () => {
  expect(read(`${NAMED}/x\n`, 'lx').dialect).toBe('lx')
  expect(codes(read(`${NAMED}/x\n`, 'lx'))).toEqual([])
  expect(read(`${UNNAMED} \n`, '32bit').dialect).toBe('32bit')
  expect(read(line(NAMED, '/x'), '32bit').dialect).toBe('64bit')
  expect(read(line(NAMED, '/x', 65), 'wsl1').dialect).toBe('wsl1')
})

test('a name that begins with blanks keeps them where the column is known', () => {
  expect(read(line(NAMED, '/x') + line(NAMED, '  x')).table.pathname(1)).toBe('  x')
})

test('moss has neither device nor inode, and cannot be written as Linux writes', () => {
  const view = read(`500000000000-500000117000 r-xp 0000000000${' '.repeat(20)}/bin/bash\n`)
  expect(view.table.at(0)).toEqual({
    start: 0x500000000000n,
    end: 0x500000117000n,
    perms: 'r-xp',
    offset: 0n,
    pathname: '/bin/bash',
  })
  expect(() => write(view, '64bit')).toThrow('region 1 has no device, inode')
})

test('moss leaves device and inode of other views out', () => {
  expect(write(read(line(NAMED, '/x')), 'moss')).toBe(`7f0000000000-7f0000001000 r-xp 0000000000${' '.repeat(20)}/x\n`)
})

test('what Cygwin writes for reserved memory and guard pages is read, kept and written back', () => {
  const text = `${'00400000-00500000 ===p 00000000 0000:0000 0   '.padEnd(62)}\n${'00500000-00503000 rw-g 00100000 0000:0000 0   '.padEnd(62)}\n`
  const view = read(text)
  expect([view.table.perms(0), view.table.perms(1)]).toEqual(['---p', 'rw-?'])
  expect(codes(view)).toEqual([])
  expect(write(view)).toBe(text)
  expect(codes(read(line('7f0000000000-7f0000001000 rw-g 00000000 08:01 7 ', '/x')))).toEqual(['unknown-flag'])
})

test('names in brackets stand behind eleven blanks on FreeBSD', () => {
  const view = read(line('7ffc4f166000-7ffc4f187000 rw-p 00000000 00:00 0 ', '[stack]'))
  expect(write(view, 'linprocfs')).toBe(
    `00007ffc4f166000-00007ffc4f187000 rw-p 00000000 00:00 0${' '.repeat(11)}[stack]\n`,
  )
})

test('a newline in a file’s name is escaped, unless the dialect writes it as it is', () => {
  const view = read(line(NAMED, '/a\nb'), 'raw')
  expect(view.table.pathname(0)).toBe('/a\nb')
  expect(write(view)).toBe(line(NAMED, '/a\nb'))
  expect(write(view, '64bit')).toBe(line(NAMED, '/a\\012b'))
})

test('a name of Android goes on until its bracket is closed, and is never longer than it can be', () => {
  const anon = line('12c00000-52c00000 rw-p 00000000 00:00 0 ', '[anon:a\n\nb]')
  const view = read(anon)
  expect(view.table.pathname(0)).toBe('[anon:a\n\nb]')
  expect(view.lines).toMatchObject({ regions: 1, parts: 2, rejected: 0 })
  expect(codes(view)).toEqual(['continued-name', 'continued-name'])
  expect(write(view)).toBe(anon)
  expect(read(`${anon}more\n`).lines).toMatchObject({ regions: 1, parts: 2, rejected: 1 })
  const long = line('12c00000-52c00000 rw-p 00000000 00:00 0 ', `[anon:a\n${'b'.repeat(255)}`)
  expect(read(long).lines).toMatchObject({ regions: 1, parts: 0, rejected: 1 })
})

test('a region below a name whose bracket is open is a region', () => {
  const view = read(line(UNNAMED, '[anon:cut') + line(NAMED, '/x'))
  expect([...view.table].map(({ pathname }) => pathname)).toEqual(['[anon:cut', '/x'])
})

test('a name of very many lines is kept whole, and only once', () => {
  const view = read(line(NAMED, `/a${'\nb'.repeat(2000)}`), 'raw')
  expect(view.table.pathname(0)).toHaveLength(4002)
  // None, the first line of it, and the whole.
  expect(view.table.columns.names.count).toBe(3)
})
