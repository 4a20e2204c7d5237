import { expect, test } from 'vitest'
import { lookAt } from '../../../src/capture/look.js'
import { PROC } from '../../../src/capture/proc-root.js'

test('the main thread comes first, and none is left out', async () => {
  const { tasks = [], state } = await lookAt(process.pid, { reads: 'maps', wants: ['tasks'], procRoot: PROC }, () => {})
  expect(state).toBe('there')
  expect(tasks[0]?.tid).toBe(process.pid)
  expect(tasks.length).toBeGreaterThan(1)
  expect(tasks.every(({ comm }) => comm.length > 0)).toBe(true)
})
