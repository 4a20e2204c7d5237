import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildChurn } from '../../tools/churn/build.js'
import { look } from '../../tools/churn/look.js'
import { startChurn } from '../../tools/churn/processes.js'

test('processes that churn never disagree, and end when they are told to', async () => {
  const { folder, program } = await buildChurn(join(import.meta.dirname, '../../tools/churn/churn.c'))
  const { churners, end } = await startChurn(program, folder)
  try {
    expect(churners.map(({ role }) => role)).toContain('there-and-back')
    for (const churner of churners) {
      const { verdict, evidence } = await look(churner, 'library', '')
      expect([verdict, evidence]).not.toContain('disagree')
    }
  } finally {
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
  await expect.poll(() => churners.filter(({ pid }) => isThere(pid)), { timeout: 5000 }).toEqual([])
}, 60_000)

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
