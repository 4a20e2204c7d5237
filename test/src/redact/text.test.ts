import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import type { Adapter } from '../../../src/adapter.js'
import { Replacement } from '../../../src/redact/replacement.js'
import { redactText } from '../../../src/redact/text.js'

const replacement = new Replacement((message) => createHmac('sha512', 'text').update(message, 'latin1').digest())

function token(text: string): string {
  return Buffer.from(replacement.of(Buffer.from(text, 'latin1'))).toString('latin1')
}

function redact(name: string, dialect: string, text: string): { text: string | undefined; told: string[] } {
  const adapter = adapters.find((one) => one.name === name) as Adapter
  const told: string[] = []
  const bytes = redactText(adapter, dialect, Buffer.from(text, 'latin1'), replacement, (what) => told.push(what))
  return { text: bytes && Buffer.from(bytes).toString('latin1'), told }
}

const LINE = '7f31c8a00000-7f31c8c00000 rw-p 00000000 fe:01 88                         '

test('in maps only the names change, and a last line needs no newline', () => {
  const text = `${LINE}/home/alice/x.so\n${LINE}[heap]\n${LINE}/home/alice/y`
  expect(redact('maps', '64bit', text)).toEqual({
    text: `${LINE}${token('/home/alice/x.so')}\n${LINE}[heap]\n${LINE}${token('/home/alice/y')}`,
    told: ['pathname', 'pathname'],
  })
})

test('a line that cannot be read is a message', () => {
  const { text, told } = redact('maps', '64bit', `${LINE}/a/b\n7f31c8a00000 zz-p /home/alice/x\n`)
  expect(text).toBe(`${LINE}${token('/a/b')}\n7f31c8a00000 ${token('zz-p')} /${token('home/alice/x')}\n`)
  expect(told).toEqual(['pathname', 'line'])
})

test('a text straight from its tool has nothing around its lines, so a quoted line is a message', () => {
  const { text, told } = redact('maps', '64bit', `> ${LINE}/home/alice/x\n`)
  expect(text?.endsWith(` /${token('home/alice/x')}\n`)).toBe(true)
  expect(told).toEqual(['line'])
})

test('Android’s Name: is a name', () => {
  const { text } = redact('smaps', '64bit', `${LINE}\nName:           [anon:alice's]\nSize:               2048 kB\n`)
  expect(text).toBe(`${LINE}\nName:           [anon:${token("alice's]")}\nSize:               2048 kB\n`)
})

test('in lsof’s table commands, users and names change, and nothing moves', () => {
  const rows = [
    'COMMAND   PID  USER  FD   TYPE DEVICE SIZE/OFF   NODE NAME',
    'my\\x20cmd 610 alice cwd    DIR  254,0     4096      2 /home/alice',
    'my\\x20cmd 610 alice mem    REG  254,0    35616 329635 /usr/lib/x\\nb',
    'my\\x20cmd 610 alice mem    REG  254,0          329636 /gone (stat: No such file or directory)',
    'my\\x20cmd 610  1000 DEL    REG  254,0          329637 /dev/zero',
  ]
  const [header = '', cwd = '', mem = '', gone = '', del = ''] = rows
  const command = `${token('my')}\\x20${token('cmd')}`
  const shown = (row: string): string => row.replace('my\\x20cmd', command).replace(' alice ', ` ${token('alice')} `)
  const name = token('/usr/lib/x\nb').replace('\n', '\\n')
  expect(redact('lsof', 'table', `${rows.join('\n')}\n`).text?.split('\n')).toEqual([
    header,
    shown(cwd).replace('/home/alice', token('/home/alice')),
    shown(mem).replace('/usr/lib/x\\nb', name),
    shown(gone).replace('/gone', token('/gone')),
    shown(del),
    '',
  ])
})

test.each(['fields', 'fields0'])('in lsof’s %s, too', (dialect) => {
  const sets = [
    ['p610', 'g610', 'R1', 'calices', 'u1000', 'Lalice'],
    ['fcwd', 'a ', 'l ', 'tDIR', 'D0xfe00', 's4096', 'i2', 'k1', 'n/home/alice'],
    ['fmem', 'a ', 'l ', 'tREG', 'D0xfe00', 's35616', 'i329635', 'k1', 'n/usr/lib/x\\\\012'],
    ['fmem', 'a ', 'l ', 'tREG', 'D0xfe00', 'i329636', 'n/gone (stat: Permission denied)'],
  ]
  const end = dialect === 'fields' ? '\n' : '\0'
  const textOf = (all: string[][]): string =>
    all.map((set) => set.map((field) => field + end).join('') + (end === '\0' ? '\n' : '')).join('')
  const changed: Readonly<Record<string, string>> = {
    calices: `c${token('alices')}`,
    Lalice: `L${token('alice')}`,
    'n/home/alice': `n${token('/home/alice')}`,
    'n/usr/lib/x\\\\012': `n${token('/usr/lib/x')}\\\\012`,
    'n/gone (stat: Permission denied)': `n${token('/gone')} (stat: Permission denied)`,
  }
  const expected = sets.map((set) => set.map((field) => changed[field] ?? field))
  expect(redact('lsof', dialect, textOf(sets)).text).toBe(textOf(expected))
})

test.each([
  [
    'table',
    'COMMAND  PID USER  FD    TYPE DEVICE SIZE/OFF NODE NAME\nprog    9516 root txt unknown                      ',
  ],
  ['fields', 'p9516\nn'],
])('where lsof might not look at the process, that is still to be seen: %s', (dialect, before) => {
  const { text } = redact('lsof', dialect, `${before}/proc/9516/exe (readlink: Permission denied)\n`)
  expect(text).toMatch(/\/proc\/\d{4}\/exe \(readlink: Permission denied\)\n$/)
})

test('in pmap the command line and the names change, what pmap makes up stays', () => {
  const text = [
    '610:   sleep /home/alice',
    '000055b42aa6f000      8K r---- alice.so',
    '000055b42aa71000     20K r-x--   [ anon ]',
    ' total               28K',
    '',
  ]
  expect(redact('pmap', 'default', text.join('\n')).text?.split('\n')).toEqual([
    `610:   ${token('sleep /home/alice')}`,
    `000055b42aa6f000      8K r---- ${token('alice.so')}`,
    ...text.slice(2),
  ])
})

test('of status the name changes', () => {
  expect(redact('status', 'default', 'Name:\tmy\\ncmd\nPid:\t7\nVmSize:\t   100 kB\n').text).toBe(
    `Name:\t${token('my\ncmd').replace('\n', '\\n')}\nPid:\t7\nVmSize:\t   100 kB\n`,
  )
})

test('a text whose reader cannot say where names stand is not shared', () => {
  const json = '{"schema":"memmaps.view/1","adapter":"maps","dialect":"64bit","regions":[{"pathname":"/home/alice"}]}\n'
  expect(redact('json', 'view', json).text).toBeUndefined()
})
