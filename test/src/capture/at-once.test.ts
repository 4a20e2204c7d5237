import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from '../../../src/capture/at-once.js'

test('no more at once than that, and the results in the order of the items', async () => {
  let running = 0
  let most = 0
  const results = await atOnce(2, [9, 1, 5, 3, 0], async (item, index) => {
    most = Math.max(most, ++running)
    await sleep(item)
    running -= 1
    return `${index}: ${item}`
  })
  expect(results).toEqual(['0: 9', '1: 1', '2: 5', '3: 3', '4: 0'])
  expect(most).toBe(2)
})

test('after a failure none is begun', async () => {
  const begun: number[] = []
  const all = atOnce(2, [1, 2, 3, 4, 5], async (item) => {
    begun.push(item)
    await sleep(item)
    if (item === 1) throw new Error('one')
  })
  await expect(all).rejects.toThrow('one')
  await sleep(10)
  expect(begun).toEqual([1, 2])
})

test('nothing to do is done at once', async () => {
  expect(await atOnce(2, [], async () => 1)).toEqual([])
})
