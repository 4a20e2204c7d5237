import { describe, expect, test } from 'vitest'
import { Search } from '../../../../adapters/lsof/call/search.js'
import { readSelection } from '../../../../adapters/lsof/call/selection.js'
import { readWords } from '../../../../adapters/lsof/call/words.js'
import type { Seen } from '../../../../src/adapter.js'

const VERSION = '4.95.0'
const encoder = new TextEncoder()

function process(pid: number, command: string, uid = 0): Seen {
  const facts = { pid, pgid: pid - (pid % 10), uid, user: uid === 0 ? 'root' : 'one', command }
  return { pid, state: 'there', facts: { process: { ...facts, comm: encoder.encode(command) } } }
}

const ALL = [process(11, 'bash'), process(12, 'bath', 1), process(21, 'sh', 1)]

function search(line: string): { readonly pids: readonly number[]; readonly lacks: boolean } {
  const found = new Search(readSelection(readWords(line.split(' '), VERSION).options), VERSION)
  const pids = ALL.filter((one) => found.selects(one)).map(({ pid }) => pid)
  return { pids, lacks: found.missing(ALL).length > 0 }
}

describe('which processes lsof selects, and whether it misses one', () => {
  test.each([
    ['-a -p 11,21', [11, 21], false],
    ['-a -p 11,99', [11], true],
    ['-a -p ^11', [12, 21], false],
    ['-a -g 10', [11, 12], false],
    ['-a -g ^10', [21], false],
    ['-a -u one', [12, 21], false],
    ['-a -u ^1', [11], false],
    ['-a -u root,0', [11], false],
    ['-a -u 0 -p 21', [], false],
    ['-a -c ba', [11, 12], false],
    ['-a -c ba -c bas', [11, 12], false],
    ['-a -c bas -c ba', [11, 12], true],
    ['-a -c ^bash', [12, 21], true],
    ['-a -c /^(ba)?.?sh$/', [11, 21], false],
    ['-a -c /^BA/i -p 11', [11], false],
    ['-a -c /nosuch/', [], true],
  ])('%s', (line, pids, lacks) => {
    expect(search(line)).toEqual({ pids, lacks })
  })

  test('-K wants threads', () => {
    const found = new Search(readSelection(readWords(['-a', '-K'], VERSION).options), VERSION)
    const comm = encoder.encode('t')
    const threaded = { ...ALL[0], facts: { ...ALL[0]?.facts, tasks: [11, 13].map((tid) => ({ tid, comm })) } } as Seen
    expect(found.selects(ALL[1] as Seen)).toBe(false)
    expect(found.missing(ALL)).toEqual(['no tasks located'])
    expect(found.selects(threaded)).toBe(true)
    expect(found.missing(ALL)).toEqual([])
  })

  test('what was not found, in the words and the order of -V', () => {
    const asked = readSelection(readWords('-a -p 99 -g 98 -u 97 -c a -c ^b -c /c/'.split(' '), VERSION).options)
    expect(new Search(asked, VERSION).missing(ALL)).toEqual([
      'command not located: b',
      'command not located: a',
      'no command found for regex: c',
      'process ID not located: 99',
      'process group ID not located: 98',
      'user ID not located: 97',
    ])
  })

  test('what nobody can tell is refused: a login that no process has, an expression of another kind', () => {
    expect(() => search('-a -u nosuch')).toThrow('no process belongs to nosuch')
    expect(() => search('-a -c /[[:alpha:]]/')).toThrow('beyond what is understood here')
  })
})
