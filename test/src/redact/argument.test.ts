import { expect, test } from 'vitest'
import { keptOfArgument } from '../../../src/redact/argument.js'

test.each([
  ['lsof', '-nP', '-nP'],
  ['lsof', '-FpcLRgftaliDdskonTm', '-FpcLRgftaliDdskonTm'],
  ['lsof', '+c0', '+c0'],
  ['lsof', '-nPualice', '-nPu'],
  ['lsof', '-cserver', '-c'],
  ['lsof', '+D/home/alice', '+D'],
  ['lsof', '-ihost.example', '-i'],
  ['pmap', '-XX', '-XX'],
  ['pmap', '--show-path', '--show-path'],
  ['pmap', '-xN/home/alice/rc', '-xN'],
  ['pmap', '--read-rc-from=/home/alice/rc', '--read-rc-from='],
  ['pmap', 'toybox', ''],
  ['pmap', '/home/alice', ''],
])('of the argument of %s %s stays %j', (tool, word, kept) => {
  expect(word.slice(0, keptOfArgument(tool, word))).toBe(kept)
})
