import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { status } from '../../../adapters/status/index.js'
import type { View } from '../../../src/adapter.js'
import { parse } from '../../../src/ops/parse.js'

const read = (text: string | Uint8Array): readonly View[] =>
  parse(status, typeof text === 'string' ? Buffer.from(text) : text)

test('each sum is a total in bytes, with its line; nothing is a region', () => {
  const [view] = read('Name:\tx\nVmSize:\t   10160 kB\nThreads:\t1\nRssAnon:\t       0 kB\n')
  expect(view?.totals).toEqual([
    { name: 'VmSize', value: 10_403_840n, line: 2 },
    { name: 'RssAnon', value: 0n, line: 4 },
  ])
  expect(view?.table.length).toBe(0)
  expect(view?.lines).toEqual({ regions: 0, parts: 1, headings: 1, footers: 2, rejected: 0 })
})

test('a sum below zero stays what the kernel printed', () => {
  const [view] = read('VmLib:\t18446744073709551612 kB\n')
  expect(view?.totals).toEqual([{ name: 'VmLib', value: 18_446_744_073_709_551_612n * 1024n, line: 1 }])
  expect(view?.diagnostics.counts.size).toBe(0)
})

test('the facts of the process: the effective user, and the outermost process group', () => {
  const [view] = read('Name:\ta\\nb\nPid:\t42\nPPid:\t7\nUid:\t1\t2\t3\t4\nNSpgid:\t40\t1\n')
  expect(view?.process).toEqual({ command: 'a\\nb', pid: 42, ppid: 7, uid: 2, pgid: 40 })
})

test('several processes are told apart by their names, each with its own sums', () => {
  const views = read('Name:\ta\nPid:\t1\nVmSize:\t 4 kB\nName:\tb\nPid:\t2\nVmSize:\t 8 kB\n')
  expect(views.map(({ process, totals }) => [process?.command, process?.pid, totals[0]?.value])).toEqual([
    ['a', 1, 4096n],
    ['b', 2, 8192n],
  ])
})

test('a name that looks like a sum is a name', () => {
  const [view] = read('Name:\t9 kB\nState:\tS (sleeping)\n')
  expect(view?.process?.command).toBe('9 kB')
  expect(view?.totals).toEqual([])
})

test.each([
  ['VmRSS:\t   none\n', 'bad-counter', 6],
  ['VmRSS:\t4\n', 'bad-counter', 6],
  ['VmRSS:\n', 'bad-counter', 6],
  ['no label here\n', 'unrecognised-line', 0],
  [': 4 kB\n', 'unrecognised-line', 0],
  ['a'.repeat(1000).concat(': 4 kB\n'), 'unrecognised-line', 0],
])('%j is kept out as %s', (line, code, column) => {
  const [view] = read(`Name:\tx\n${line}`)
  expect([...(view?.diagnostics ?? [])].map((found) => [found.code, found.line, found.column])).toEqual([
    [code, 2, column],
  ])
  expect(view?.lines.rejected).toBe(1)
})

test('this process: what is resident is the sum of its parts', () => {
  const [view] = read(readFileSync('/proc/self/status'))
  const sum = (name: string): bigint => view?.totals.find((total) => total.name === name)?.value ?? -1n
  expect(view?.process?.pid).toBe(process.pid)
  expect(view?.diagnostics.counts.size).toBe(0)
  expect(sum('VmRSS')).toBe(sum('RssAnon') + sum('RssFile') + sum('RssShmem'))
  expect(sum('VmPeak')).toBeGreaterThanOrEqual(sum('VmSize'))
})
