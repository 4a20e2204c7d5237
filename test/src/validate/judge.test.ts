import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/validate/judge.js'
import type { Case } from '../../../src/validate/types.js'
import { aCase } from './a-case.js'

const WHOLE = aCase().views?.[0]?.regions[0]

function verdict(answer: unknown, one: Case = aCase()): readonly [verdict: string, fault?: string, field?: string] {
  const stdout = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer))
  const { verdict, fault } = judge(one, { ended: 'answered', stdout, stderr: '' }, 1)
  if (fault === undefined) return [verdict]
  return fault.field === undefined ? [verdict, fault.code] : [verdict, fault.code, fault.field]
}

describe('a valid text', () => {
  test.each([
    ['every field', [WHOLE]],
    ['a view', { regions: [WHOLE] }],
    ['views', { views: [{ process: { pid: 1 }, regions: [WHOLE] }] }],
    ['its start alone', [{ start: '1000' }]],
    ['numbers as JSON has them', [{ start: 4096, end: 8192, inode: 7 }]],
    ['zeros before a number, and capitals', [{ start: '00001000', inode: '007' }]],
    ['a letter of perms that it does not know', [{ start: '1000', perms: 'r--?' }]],
    ['null for what it does not have', [{ start: '1000', inode: null, counters: null }]],
    ['fields of its own', [{ start: '1000', colour: 'red' }]],
    ['a note', { regions: [WHOLE], diagnostics: [{ severity: 'note', line: 1 }] }],
    ['base64 of a name that needs none', [{ start: '1000', pathnameBase64: 'L2E=' }]],
  ])('passes with %s', (_, answer) => {
    expect(verdict(answer)).toEqual(['pass'])
  })

  test.each([
    ['no region', [], 'missing-region', undefined],
    ['a region twice', [WHOLE, WHOLE], 'made-up-region', undefined],
    ['a region that is not there', [WHOLE, { start: '3000' }], 'made-up-region', undefined],
    ['no start', [{ pathname: '/a' }], 'unidentified-region', undefined],
    ['nothing that tells which region it is', [{ perms: 'r--p' }], 'unidentified-region', undefined],
    ['another end', [{ start: '1000', end: '2fff' }], 'wrong-field', 'end'],
    ['an end that is no number', [{ start: '1000', end: '0x2000' }], 'wrong-field', 'end'],
    ['a number in other digits', [{ start: '1000', inode: '7.0' }], 'wrong-field', 'inode'],
    ['a minor that is lost', [{ start: '1000', device: { major: 8, minor: 0 } }], 'wrong-field', 'device.minor'],
    ['other perms', [{ start: '1000', perms: 'rw-?' }], 'wrong-field', 'perms'],
    ['half a name', [{ start: '1000', pathname: '/' }], 'wrong-field', 'pathname'],
    ['a counter that nobody printed', [{ start: '1000', counters: { Rss: '0' } }], 'made-up-field', 'counters.Rss'],
    ['flags that nobody printed', [{ start: '1000', vmFlags: ['rd'] }], 'made-up-field', 'vmFlags'],
    ['an error', { regions: [WHOLE], diagnostics: [{ line: 1 }] }, 'false-alarm', undefined],
  ])('is wrong with %s', (_, answer, code, field) => {
    expect(verdict(answer)).toEqual(field === undefined ? ['wrong', code] : ['wrong', code, field])
  })

  test.each([
    '',
    '{',
    '{"regions":[{"start":"1000"',
    'true',
    '{}',
    '[1]',
    '{"views":{}}',
    '{"regions":[],"diagnostics":1}',
  ])('that is answered with %j has no answer', (stdout) => {
    expect(verdict(stdout)).toEqual(['crashed', 'crashed'])
  })

  test('is refused', () => {
    expect(judge(aCase(), { ended: 'refused', stderr: 'no' }, 1)).toMatchObject({ verdict: 'refused', stderr: 'no' })
  })

  test('may tell its regions in another order, but each of equal ones once', () => {
    const twice = aCase({
      views: [{ regions: [{ start: '1', inode: '1' }, { start: '2' }, { start: '1', inode: '2' }] }],
    })
    expect(verdict([{ start: '1', inode: 2 }, { start: '1', inode: 1 }, { start: '2' }], twice)).toEqual(['pass'])
    expect(verdict([{ start: '1', inode: 2 }, { start: '1', inode: 2 }, { start: '2' }], twice)).toEqual([
      'wrong',
      'wrong-field',
      'inode',
    ])
  })

  test('may say less of one row than of another that is like it: each finds its own', () => {
    const rows = [
      { pathname: '/a', device: { major: 8, minor: 1 }, inode: '7' },
      { pathname: '/a', device: { major: 8, minor: 2 }, inode: '7' },
    ]
    const alike = aCase({ adapter: 'lsof', views: [{ regions: rows }] })
    expect(verdict([{ pathname: '/a' }, rows[0]], alike)).toEqual(['pass'])
    expect(verdict([{ pathname: '/a' }, rows[1], rows[1]], alike)).toEqual(['wrong', 'made-up-region'])
    expect(verdict([rows[1], rows[1]], alike)).toEqual(['wrong', 'wrong-field', 'device.minor'])
  })

  test('is held against the row that is most like what is said', () => {
    const text = Buffer.from('COMMAND NAME\ncat /a\ncat /b\n')
    const rows = [
      { pathname: '/a', inode: '7', file: { size: '1' } },
      { pathname: '/b', inode: '8', file: { size: '2' } },
    ]
    const one = aCase({ adapter: 'lsof', text, views: [{ regions: rows }] })
    const stdout = Buffer.from(JSON.stringify([{ ...rows[1], file: { size: '3' } }]))
    expect(judge(one, { ended: 'answered', stdout, stderr: '' }, 1).fault).toEqual({
      code: 'wrong-field',
      message: 'region 2: file.size is wrong',
      field: 'file.size',
      expected: '2',
      got: '3',
      line: 3,
    })
  })

  test('of two processes is told as one list, or each with its own pid', () => {
    const two = aCase({
      views: [
        { process: { pid: 1 }, regions: [{ start: '1000' }] },
        { process: { pid: 2 }, regions: [{ start: '2000' }] },
      ],
    })
    expect(verdict([{ start: '1000' }, { start: '2000' }], two)).toEqual(['pass'])
    expect(verdict({ views: two.views }, two)).toEqual(['pass'])
    expect(verdict({ process: { pid: 1 }, regions: [{ start: '1000' }, { start: '2000' }] }, two)).toEqual([
      'wrong',
      'wrong-field',
      'pid',
    ])
  })
})

describe('an invalid text', () => {
  const text = Buffer.from('1000-2000 r--p 00000000 08:01 7 /a\n2000-3x00 r--p 00000000 08:01 9 /b\n')
  const one = aCase({ kind: 'invalid', text, wrongLines: [2] })

  test('may be refused', () => {
    expect(judge(one, { ended: 'refused', stderr: '' }, 1).verdict).toBe('pass')
  })

  test.each([
    ['reported, with what is left of it', { regions: [WHOLE], diagnostics: [{ line: 2 }] }],
    [
      'reported by its line, with what is left of that line',
      { regions: [WHOLE, { start: '2000', inode: 9 }], diagnostics: [{ line: 2 }] },
    ],
    ['noted', { regions: [WHOLE], diagnostics: [{ severity: 'note', line: 2 }] }],
    ['reported, with nothing of it', { regions: [], diagnostics: [{}] }],
  ])('may be %s', (_, answer) => {
    expect(verdict(answer, one)).toEqual(['pass'])
  })

  test.each([
    ['in silence', { regions: [WHOLE] }, 'silent'],
    ['by another line', { regions: [], diagnostics: [{ line: 1 }] }, 'wrong-line'],
    [
      'with a region that is in another line',
      { regions: [{ start: '3000' }], diagnostics: [{ line: 2 }] },
      'made-up-region',
    ],
    ['with the damaged line, unnamed', { regions: [{ start: '2000' }], diagnostics: [{}] }, 'made-up-region'],
    [
      'with the damaged line twice',
      { regions: [{ start: '2000' }, { start: '2000', end: '3' }], diagnostics: [{ line: 2 }] },
      'made-up-region',
    ],
    [
      'with another value in a whole line',
      { regions: [{ ...WHOLE, inode: '8' }], diagnostics: [{ line: 2 }] },
      'wrong-field',
    ],
    ['with a region that is not there', { regions: [{ start: '3000' }], diagnostics: [{}] }, 'made-up-region'],
  ])('may not be taken %s', (_, answer, code) => {
    expect(verdict(answer, one).slice(0, 2)).toEqual(['wrong', code])
  })
})

test('a damaged field may be said where its line is named', () => {
  const text = Buffer.from('1000-2000 r--p 00000000 08:01 7 /a\nRss:  4x kB\n')
  const one = aCase({ kind: 'invalid', text, wrongLines: [2] })
  const regions = [{ ...WHOLE, counters: { Rss: '4096' } }]
  expect(verdict({ regions, diagnostics: [{ line: 2 }] }, one)).toEqual(['pass'])
  expect(verdict({ regions, diagnostics: [{}] }, one)).toEqual(['wrong', 'made-up-field', 'counters.Rss'])
  const others = [{ ...WHOLE, counters: { Pss: '4096' } }]
  expect(verdict({ regions: others, diagnostics: [{ line: 2 }] }, one)).toEqual([
    'wrong',
    'made-up-field',
    'counters.Pss',
  ])
})

test('of rows without addresses the damaged one is known by its name', () => {
  const text = Buffer.from('COMMAND NAME\ncat x /b\n')
  const one = aCase({ adapter: 'lsof', kind: 'invalid', text, wrongLines: [2], views: [{ regions: [] }] })
  expect(verdict({ regions: [{ pathname: '/b' }], diagnostics: [{ line: 2 }] }, one)).toEqual(['pass'])
  expect(verdict({ regions: [{ pathname: '/c' }], diagnostics: [{ line: 2 }] }, one)).toEqual([
    'wrong',
    'made-up-region',
  ])
})

test('flags may come in another order, and an unknown field with a unit be called a counter', () => {
  const one = aCase({ views: [{ regions: [{ start: '1000', vmFlags: ['rd', 'sd'], extra: { New: '7 kB' } }] }] })
  expect(verdict([{ start: '1000', vmFlags: ['sd', 'rd'], counters: { New: '7168' } }], one)).toEqual(['pass'])
  expect(verdict([{ start: '1000', counters: { New: '7' } }], one)).toEqual(['wrong', 'wrong-field', 'counters.New'])
})

test('a number that JSON does not hold is told as that', () => {
  const one = aCase({ views: [{ regions: [{ start: '1000', inode: '9007199254740993' }] }] })
  const stdout = Buffer.from('[{"start":"1000","inode":9007199254740993}]')
  expect(judge(one, { ended: 'answered', stdout, stderr: '' }, 1).fault).toMatchObject({
    code: 'wrong-field',
    message: 'region 1: inode is a JSON number beyond 2^53 − 1, which is not exact: it is to be a string',
    expected: '9007199254740993',
  })
})

test('a text that may be read either way needs an answer, whatever it is', () => {
  const one = aCase({ kind: 'either' })
  expect(verdict([], one)).toEqual(['pass'])
  expect(verdict('half', one)).toEqual(['crashed', 'crashed'])
})
