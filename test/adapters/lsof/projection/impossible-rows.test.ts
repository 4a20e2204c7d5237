import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import { lsof } from '../../../../adapters/lsof/index.js'
import { impossibleRows } from '../../../../adapters/lsof/projection/impossible-rows.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const LISTED = `COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME
sleep     7 root txt    REG  254,1    43888   12 /usr/bin/sleep
sleep     7 root mem    REG  254,1     4096   13 /usr/lib/a.so
sleep     7 root DEL    REG    0,1           99 /dev/zero
`

function impossible(text: string, descriptors: string): readonly number[] {
  const argv = ['lsof', '-a', '-p', '7', '-d', descriptors]
  const view = parse(lsof, new TextEncoder().encode(text), { dialect: 'table', source: { argv } })[0] as View
  return [...impossibleRows(view, { process: { sameMountNamespace: true } })]
}

test('what lsof lists is possible', () => {
  expect(impossible(LISTED, 'mem,txt,DEL')).toEqual([])
})

test('a row of a kind that was not asked for is not', () => {
  expect(impossible(LISTED, 'mem,txt')).toEqual([2])
})

test('nor is DEL with a size', () => {
  expect(impossible(LISTED.replace('DEL    REG    0,1       ', 'DEL    REG    0,1   4096'), 'mem,txt,DEL')).toEqual([2])
})

test('nor are two files that were both found at one path', () => {
  const device = 'sleep     7 root mem    CHR    1,5            4 /dev/zero\n'
  expect(impossible(LISTED + device, 'mem,txt,DEL')).toEqual([])
  expect(impossible(LISTED + device + device, 'mem,txt,DEL')).toEqual([4])
})

test('nor is mem without a size and without a note', () => {
  expect(impossible(LISTED.replace('DEL ', 'mem '), 'mem,txt,DEL')).toEqual([2])
})

test('nor is a note behind a name that is marked deleted', () => {
  const noted = LISTED.replace('4096   13 /usr/lib/a.so', '       13 /usr/lib/a.so (path inode=14)')
  const sized = `${noted}sleep     7 root mem    REG  254,1     4096   15 /usr/lib/b.so\n`
  expect(impossible(sized, 'mem,txt,DEL')).toEqual([])
  expect(impossible(sized.replace('a.so (', 'a.so (deleted) ('), 'mem,txt,DEL')).toEqual([1])
})

test('nor is a note of the numbers that the row has itself', () => {
  const noted = (note: string): string =>
    `${LISTED.replace('4096   13 /usr/lib/a.so', `       13 /usr/lib/a.so (path ${note})`)}sleep     7 root mem    REG  254,1     4096   15 /b\n`
  expect(impossible(noted('dev=254,2, inode=12'), 'mem,txt,DEL')).toEqual([])
  expect(impossible(noted('dev=254,1'), 'mem,txt,DEL')).toEqual([1])
  expect(impossible(noted('inode=13'), 'mem,txt,DEL')).toEqual([1])
})

test('nor is a longer path than lsof reads with the mark of a deleted file', () => {
  const path = (length: number): string => LISTED.replace('/dev/zero', `/${'z'.repeat(length - 1)}`)
  expect(impossible(path(4037), 'mem,txt,DEL')).toEqual([])
  expect(impossible(path(4038), 'mem,txt,DEL')).toEqual([2])
})

test('of two listings neither may have one', () => {
  const read = (text: string, descriptors: string): View => {
    const argv = ['lsof', '-a', '-p', '7', '-d', descriptors]
    return parse(lsof, new TextEncoder().encode(text), { dialect: 'table', source: { argv } })[0] as View
  }
  const noted = `${LISTED}sleep     7 root mem    REG  254,1             15 /b (path inode=16)\n`
  const deleted = `${LISTED.split('\n')[0]}\n${LISTED.split('\n')[3]}\n`
  const of = (text: string): string => compare(adapters, [read(text, 'mem,txt,DEL'), read(deleted, 'DEL')]).verdict
  expect(of(noted)).toBe('explained')
  expect(of(noted.replace('/b (', '/b (deleted) ('))).toBe('disagree')
})

test('nor is a marked name without a size, with or without notes', () => {
  const marked = `${LISTED}sleep     7 root mem    REG  254,1             15 /b (deleted)\n`
  const argv = ['lsof', '-w', '-a', '-p', '7', '-d', 'mem,txt,DEL']
  const of = (text: string): readonly number[] => {
    const view = parse(lsof, new TextEncoder().encode(text), { dialect: 'table', source: { argv } })[0] as View
    return [...impossibleRows(view, {})]
  }
  expect(of(marked)).toEqual([3])
  expect(of(marked.replace(' (deleted)', ''))).toEqual([])
})
