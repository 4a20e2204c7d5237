import { expect, test } from 'vitest'
import { type Evidence, noteStart } from '../../../../adapters/lsof/names/note.js'

const ROW: Evidence = { descriptor: 'mem', type: 'REG', found: false }

function split(name: string, evidence: Partial<Evidence> = {}): readonly [string, string] {
  const at = noteStart(Buffer.from(name), { ...ROW, ...evidence })
  return [name.slice(0, at), name.slice(at)]
}

test.each([
  ' (stat: No such file or directory)',
  ' (stat: Permission denied)',
  ' (path inode=2271632)',
  ' (path dev=0,45)',
  ' (path dev=0,43, inode=2)',
])('lsof puts%s behind a name', (note) => {
  expect(split(`/x y${note}`)).toEqual(['/x y', note])
  expect(split(`/x${note}`, { descriptor: undefined, type: undefined })).toEqual(['/x', note])
  expect(split(`/x${note}`, { descriptor: 'txt', type: 'unknown' })).toEqual(['/x', note])
})

test.each([' (-e /dev/shm)', ' (+e /mnt/a b)'])('lsof puts%s behind a name it was told not to look at', (note) => {
  expect(split(`/mnt/a b/x${note}`, { type: 'UNKNmem' })).toEqual(['/mnt/a b/x', note])
  expect(split(`/mnt/a b/x${note}`, { type: 'UNKNdel', descriptor: 'DEL' })).toEqual(['/mnt/a b/x', note])
  expect(split(`/mnt/a b/x${note}`)).toEqual([`/mnt/a b/x${note}`, ''])
})

test.each([
  ['a file that was found', ' (stat: x)', { found: true }],
  ['a deleted file', ' (stat: x)', { descriptor: 'DEL' }],
  ['a device', ' (path inode=3)', { type: 'CHR' }],
  ['no note of lsof', ' (path inode=x)', {}],
  ['no note of lsof', ' (path dev=0,43 inode=2)', {}],
  ['no note of lsof', ' (deleted)', {}],
  ['no closing bracket', ' (stat: x', {}],
  ['no blank before it', '(stat: x)', {}],
])('%s keeps its name: %s', (_, end, evidence) => {
  expect(split(`/x${end}`, evidence)).toEqual([`/x${end}`, ''])
})

test('only the last note is one', () => {
  expect(split('/x (stat: a) (stat: b)')).toEqual(['/x (stat: a)', ' (stat: b)'])
  expect(split('/x (stat: a) (path inode=2)')).toEqual(['/x (stat: a)', ' (path inode=2)'])
  expect(split('/x (path inode=2) (stat: a)')).toEqual(['/x (path inode=2)', ' (stat: a)'])
})

test('a name that goes on behind what looks like a note has none', () => {
  expect(split('/x (stat: a)/b (deleted)')).toEqual(['/x (stat: a)/b (deleted)', ''])
})
