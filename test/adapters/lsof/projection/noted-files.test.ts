import { expect, test } from 'vitest'
import { adapters } from '../../../../adapters/index.js'
import type { View } from '../../../../src/adapter.js'
import { compare } from '../../../../src/ops/compare.js'
import { parse } from '../../../../src/ops/parse.js'

const read = (adapter: string, text: string): View =>
  parse(adapters.find(({ name }) => name === adapter)!, Buffer.from(text))[0] as View
const maps = (name: string): View =>
  read('maps', `00001000-00002000 r--p 00000000 08:01 11                         ${name}\n`)
const listing = (name: string): View =>
  read(
    'lsof',
    `COMMAND PID USER  FD   TYPE DEVICE SIZE/OFF NODE NAME\na         7 root mem    REG    8,1            11 ${name}\n`,
  )
const verdict = (mapped: string, listed: string): string => compare(adapters, [maps(mapped), listing(listed)]).verdict

test('of a file that is marked deleted and was not found lsof notes nothing', () => {
  expect(verdict('/lib/a', '/lib/a (stat: No such file or directory)')).not.toBe('disagree')
  expect(verdict('/lib/a (deleted)', '/lib/a (stat: No such file or directory)')).toBe('disagree')
  expect(verdict('/lib/a (deleted)', '/lib/a (path inode=12)')).toBe('disagree')
})

test('a deleted file may itself be called as a note is spelt', () => {
  expect(verdict('/lib/a (path inode=12) (deleted)', '/lib/a (path inode=12)')).not.toBe('disagree')
})
