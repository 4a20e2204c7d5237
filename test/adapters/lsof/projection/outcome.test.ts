import { describe, expect, test } from 'vitest'
import { seenName } from '../../../../adapters/lsof/names/looked-up.js'
import { outcomeOf } from '../../../../adapters/lsof/projection/outcome.js'
import type { StatFacts } from '../../../../src/adapter.js'

const device = { major: 254, minor: 0 }
const found: StatFacts = { path: '/f', device, inode: 7n, mode: 0o100644, size: 8092n, links: 2n }

describe('what lsof makes of stat', () => {
  test('the mapped file: mem, with all that stat says', () => {
    const file = { descriptor: 'mem', type: 'REG', size: 8092n, links: 2n }
    expect(outcomeOf(found, device, 7n, false)).toEqual({ file, found: 'the mapped file' })
    expect(outcomeOf(found, device, 7n, true)).toEqual({ file, found: 'the mapped file' })
  })

  test('another file: a note says which, or DEL', () => {
    const note = (dev: number, inode: bigint): string | undefined =>
      outcomeOf(found, { major: 254, minor: dev }, inode, false).file.note
    expect(note(0, 8n)).toBe('(path inode=7)')
    expect(note(1, 7n)).toBe('(path dev=254,0)')
    expect(note(1, 8n)).toBe('(path dev=254,0, inode=7)')
    expect(outcomeOf(found, device, 8n, true).file).toEqual({ descriptor: 'DEL', type: 'REG' })
  })

  test('nothing: a note says why, or DEL', () => {
    const gone: StatFacts = { path: '/f', error: 'ENOENT' }
    expect(outcomeOf(gone, device, 7n, false).file.note).toBe('(stat: No such file or directory)')
    expect(outcomeOf(gone, device, 7n, true).file).toEqual({ descriptor: 'DEL', type: 'REG' })
    expect(outcomeOf({ error: 'EWHATEVER' }, device, 7n, false).file).toEqual({
      descriptor: 'mem',
      type: 'REG',
    })
  })

  test('a special file has no size, and stands for a device', () => {
    const zero: StatFacts = { ...found, mode: 0o020666, size: 0n, links: 1n, rdev: { major: 1, minor: 5 } }
    expect(outcomeOf(zero, device, 7n, false).file).toEqual({
      descriptor: 'mem',
      type: 'CHR',
      links: 1n,
      rdev: { major: 1, minor: 5 },
    })
  })
})

test('a name as lsof reads it: up to a TAB, without one deleted mark, of a line of 4,096 bytes', () => {
  const see = (name: string): string => {
    const { path, deleted } = seenName(new TextEncoder().encode(name), '64bit')
    return `${new TextDecoder().decode(path)}${deleted ? ' [deleted]' : ''}`
  }
  expect(see('/a/b (deleted)')).toBe('/a/b [deleted]')
  expect(see('/a/b (deleted) (deleted)')).toBe('/a/b (deleted) [deleted]')
  expect(see('/a/t\tb (deleted)')).toBe('/a/t')
  expect(see(' (deleted)')).toBe(' (deleted)')
  expect(see(`/${'x'.repeat(5000)}`)).toHaveLength(4096 - 73)
})
