import { expect, test } from 'vitest'
import type { Case, Reply } from '../../../src/validate/types.js'
import { validate } from '../../../src/validate/validate.js'
import { aCase } from './a-case.js'

const cases: readonly Case[] = Array.from({ length: 12 }, (_, index) =>
  aCase({ id: `maps/valid/${index}`, text: Buffer.alloc(100 - index) }),
)
const GOOD: Reply = { ended: 'answered', stdout: Buffer.from('[{"start":"1000"}]'), stderr: '' }
const BAD: Reply = { ended: 'answered', stdout: Buffer.from('[]'), stderr: '' }
const HUNG: Reply = { ended: 'crashed', how: 'time', message: 'it took longer than 1 s', stderr: '' }

test('outcomes come in the order of the cases, whatever was done first', async () => {
  const begun: string[] = []
  const decode = (one: Case): Reply => {
    begun.push(one.id)
    return GOOD
  }
  const { outcomes, gaveUp } = await validate(cases, decode, { jobs: 3 })
  expect(outcomes.map((outcome) => outcome.case)).toEqual(cases)
  expect(begun[0]).toBe('maps/valid/11')
  expect(gaveUp).toBeUndefined()
})

test('a decoder that fails the simplest text is given no other', async () => {
  const { outcomes, gaveUp } = await validate(cases, () => BAD, { jobs: 2 })
  expect(outcomes.map((outcome) => outcome.case.id)).toEqual(['maps/valid/11'])
  expect(gaveUp).toBe('it fails the simplest text, maps/valid/11')
  expect((await validate(cases, () => BAD, { jobs: 2, keepGoing: true })).outcomes).toHaveLength(12)
})

test('a decoder that is stopped three times in a row is given no more texts', async () => {
  const decode = (one: Case): Reply => (one.id === 'maps/valid/11' ? GOOD : HUNG)
  const { outcomes, gaveUp } = await validate(cases, decode, { jobs: 1 })
  expect(outcomes).toHaveLength(4)
  expect(gaveUp).toBe('it was stopped at 3 texts in a row')
})

test('never more texts are read side by side than there are jobs', async () => {
  let now = 0
  let most = 0
  const decode = async (): Promise<Reply> => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now--
    return GOOD
  }
  await validate(cases, decode, { jobs: 3 })
  expect(most).toBe(3)
})

test('what was being read when somebody stopped it does not count', async () => {
  let read = 0
  const decode = (): Reply => (++read === 5 ? HUNG : GOOD)
  const { outcomes, stopped, gaveUp } = await validate(cases, decode, { jobs: 1, isStopped: () => read >= 5 })
  expect([outcomes.length, stopped, gaveUp, read]).toEqual([4, true, undefined, 5])
  expect(outcomes.every(({ verdict }) => verdict === 'pass')).toBe(true)
})
