import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { SaidLines } from '../../../src/validate/said-lines.js'

async function said(...chunks: readonly string[]): Promise<string> {
  const lines = new SaidLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))
  await lines.ended
  return lines.text()
}

test('what is short is kept whole', async () => {
  expect(await said('')).toBe('')
  expect(await said('Traceback\n', 'KeyError\n')).toBe('Traceback\nKeyError')
  const most = `${'x'.repeat(4095)}y`
  expect(await said(most.slice(0, 3000), most.slice(3000))).toBe(most)
})

test('of what is long both ends are kept, in whole lines', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at}\n`)
  const kept = await said(...lines)
  expect(kept).toMatch(/^line 0\nline 1\n[^…]*\nline \d+\n…\nline \d+\n[^…]*line 19998\nline 19999$/)
  expect(kept.length).toBeLessThan(4200)
  expect(await said(lines.join(''))).toBe(kept)
})
