import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { Adapter, Sink } from '../../src/adapter.js'
import { late, lateEntries } from '../../tools/bundle/late.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('an adapter of the script asks for what it reads with when it reads, and not before', async () => {
  const entries = lateEntries(join(root, 'adapters'))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['adapters/lsof/index.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [late(entries)],
    logLevel: 'silent',
  })
  const asked: string[] = []
  class TableParser {
    constructor(readonly sink: Sink) {}
  }
  const need = (name: string): unknown => {
    asked.push(name)
    return { TableParser, lsofImitation: 'imitation' }
  }
  const module: { exports: { lsof?: Adapter } } = { exports: {} }
  new Function('module', 'need', outputFiles[0]?.text ?? '')(module, need)
  const { lsof } = module.exports

  expect(asked).toEqual([])
  expect(lsof?.open({} as Sink, {})).toBeInstanceOf(TableParser)
  expect(lsof?.imitates).toBe('imitation')
  expect(asked).toEqual(['late-lsof-table-parser', 'late-lsof-call-imitation'])
  expect(Object.keys(entries)).toEqual(expect.arrayContaining(asked))
})
