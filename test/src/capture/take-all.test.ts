import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { takeAll } from '../../../src/capture/take-all.js'
import type { ViewRequest } from '../../../src/capture/types.js'

const file = (name: string): ViewRequest => ({ adapter: name, dialect: '64bit', file: name })
const run = (dialect: string): ViewRequest => ({ adapter: 'pmap', dialect, run: ['pmap', 'PID'] })
const VIEWS = [run('a'), file('maps'), file('smaps'), run('b'), file('status'), run('c')]

test('tools start before files are read, two at a time, and what is taken is in the order of the views, files first', async () => {
  const said: string[] = []
  const take = async ({ adapter, dialect, file: name }: ViewRequest): Promise<string> => {
    const label = name ?? `${adapter}:${dialect}`
    said.push(label)
    if (name === undefined) await sleep(20)
    said.push(`${label} ends`)
    return label
  }
  const never = (): boolean => false
  const all = await takeAll(VIEWS, take, never, () => said.push('facts'))
  expect(all.taken).toEqual(['smaps', 'status', 'pmap:a', 'pmap:b', 'pmap:c'])
  expect(said.slice(0, 2)).toEqual(['pmap:a', 'pmap:b'])
  expect(said.slice(2, 7)).toEqual(['smaps', 'smaps ends', 'status', 'status ends', 'facts'])
  expect(said.indexOf('pmap:c')).toBeGreaterThan(said.indexOf('pmap:a ends'))
})

test('no tool starts any more when it would be in vain', async () => {
  const ran: string[] = []
  const take = async ({ dialect }: ViewRequest): Promise<string> => {
    ran.push(dialect)
    await sleep(1)
    return dialect
  }
  const all = await takeAll(
    [run('a'), run('b'), run('c')],
    take,
    () => ran.length >= 2,
    () => 7,
  )
  expect(all).toEqual({ taken: ['a', 'b'], facts: 7 })
})

test('when a file cannot be read, the tools that run are waited for', async () => {
  let ended = false
  const take = async ({ run: words }: ViewRequest): Promise<string> => {
    if (words === undefined) throw new Error('gone')
    await sleep(20)
    ended = true
    return 'a'
  }
  await expect(
    takeAll(
      [run('a'), file('smaps')],
      take,
      () => false,
      () => 0,
    ),
  ).rejects.toThrow('gone')
  expect(ended).toBe(true)
})
