import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { subjectsBelow } from '../../../tools/faults/captures.js'
import { areTrue } from '../../../tools/faults/judge.js'

const GOLDEN = join(import.meta.dirname, '../../../golden/captures')
const CAPTURES = ['4.19.304-x86_64', '6.12.107+deb13-amd64-x86_64', '6.12.117-anonvma-x86_64']
const subjects = CAPTURES.flatMap((name) => subjectsBelow(join(GOLDEN, name)))

describe('two tools that looked at one process, without the kernel', () => {
  test.each(subjects.map((subject) => [subject.name, subject] as const))('%s: every pair can be true', (_, {
    texts,
  }) => {
    const tools = texts.filter(({ adapter }) => adapter === 'lsof' || adapter === 'pmap')
    const pairs = tools.flatMap((one, at) => tools.slice(at + 1).map((other) => [one, other] as const))
    const disagree = pairs.filter(([one, other]) => !areTrue(one, other))
    expect(disagree.map((pair) => pair.map(({ captured }) => captured.file).join(' | '))).toEqual([])
  })
})
