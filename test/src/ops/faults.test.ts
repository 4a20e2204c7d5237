import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { subjectsBelow } from '../../../tools/faults/captures.js'
import { judge } from '../../../tools/faults/judge.js'
import { KINDS } from '../../../tools/faults/mutation.js'
import { trialText } from '../../../tools/faults/report.js'
import { faultOf, runFaults } from '../../../tools/faults/run.js'

const GOLDEN = join(import.meta.dirname, '../../../golden/captures')
const CAPTURES = ['6.12.107+deb13-amd64-x86_64', '4.19.304-x86_64']
const subjects = CAPTURES.flatMap((name) => subjectsBelow(join(GOLDEN, name)))

describe('faults in golden captures', () => {
  const trials = runFaults(subjects, { seed: 1, count: 600 })

  test('none that a reader of two views could see is missed', () => {
    expect(trials).toHaveLength(600)
    expect(trials.filter(({ outcome }) => outcome === 'missed').map(trialText)).toEqual([])
  })

  test.each(KINDS)('%s is seen in some text, whoever looks', (kind) => {
    expect(trials.some((trial) => trial.kind === kind && trial.outcome === 'detected')).toBe(true)
  })

  test('some cannot be seen by anybody, and another world shows why', () => {
    expect(trials.some(({ outcome, by }) => outcome === 'undetectable' && by === 'another world')).toBe(true)
  })

  test('a seed stands for one fault', () => {
    const [first] = runFaults(subjects, { seed: 5, count: 1 })
    const again = faultOf(subjects, first?.seed ?? -1)
    expect(again && judge(again.text, again.other, again.mutation).outcome).toBe(first?.outcome)
    expect(again?.mutation.kind).toBe(first?.kind)
  })
})
