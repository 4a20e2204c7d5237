import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { scratch } from '../src/capture/children.js'
import type { Measured } from './boot.js'

const ROWS = 300
const GROUPS = ['parse', 'detect', 'project', 'format', 'compare', 'compare what differs', 'check', 'redact', 'capture']

/** V8 counts nothing in what it optimized. */
const EXACT = ['--no-opt', '--no-sparkplug', '--sampling-heap-profiler-suppress-randomness']

/**
 * How much more twice as many rows may come to. A sort takes n log n, and a second piece of a text is begun once; tables grow in
 * steps, so that copies and memory are less even than runs.
 */
const MOST = { runs: 2.2, elements: 3, bytes: 2.6, calls: 2.2 }

/** Less than this is of no account: what there is for any number of rows is not told from what there is for each. */
const LEAST = { runs: 50 * ROWS, elements: 50 * ROWS, bytes: 1 << 20, calls: 20 }

type Kind = keyof typeof MOST

/** What grows faster than the rows. */
function faster(measured: readonly Measured[]): readonly string[] {
  return measured.flatMap((one) => {
    const kinds = (['runs', 'elements', 'bytes', 'calls'] as const).filter((kind: Kind) => {
      const [once, twice] = one[kind]
      return twice > LEAST[kind] && twice > MOST[kind] * once
    })
    const steep = one.steep.slice(0, 3)
    const grown = kinds.map((kind) => `${one[kind].join(' -> ')} ${kind}`)
    return grown.length + steep.length === 0 ? [] : [[one.name, ...grown, ...steep].join('; ')]
  })
}

/** Measures a group of works in a process of its own. */
async function measure(works: string, group: string): Promise<readonly Measured[]> {
  const folder = scratch()
  await build({
    entryPoints: { boot: 'test/scale/boot.ts', works },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  })
  const args = [...EXACT, join(folder, 'boot.cjs'), join(folder, 'works.cjs'), group, String(ROWS)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

describe('twice as many rows are twice as much work', () => {
  test.each(GROUPS)('%s', async (group) => {
    const measured = await measure('test/scale/works.ts', group)
    expect(measured.length).toBeGreaterThan(0)
    expect(faster(measured)).toEqual([])
  })
})

test('what is more than that is seen', async () => {
  const names = (await measure('test/scale/not-linear.ts', 'all')).filter((one) => faster([one]).length > 0)
  expect(names.map(({ name }) => name)).toEqual([
    'a loop in a loop',
    'a search in a loop',
    'a copy in a loop',
    'a call in a loop in a loop',
  ])
})
