import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Watch } from '../../../src/capture/watch.js'

test('what comes and goes again is seen', async () => {
  let looks = 0
  const watch = new Watch(() => Buffer.from(++looks === 3 ? 'there' : 'and back'), Buffer.from('and back'))
  await sleep(100)
  watch.end()
  expect(watch.changed).toBe(true)
})

test('what stays is no change, and nobody looks after the end', async () => {
  let looks = 0
  const read = (): Uint8Array => {
    looks += 1
    return Buffer.from('same')
  }
  const watch = new Watch(read, Buffer.from('same'))
  await sleep(50)
  watch.end()
  const before = looks
  expect(before).toBeGreaterThan(1)
  await sleep(30)
  expect([watch.changed, looks]).toEqual([false, before])
})
