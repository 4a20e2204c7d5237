import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatPmap } from '../../../../adapters/pmap/format/formatter.js'
import { pmap } from '../../../../adapters/pmap/index.js'
import { smaps } from '../../../../adapters/smaps/index.js'
import type { Origin, View } from '../../../../src/adapter.js'
import { readProcess } from '../../../../src/capture/process-facts.js'
import { joined } from '../../../../src/ops/format.js'
import { parse } from '../../../../src/ops/parse.js'
import { projectedView } from '../../../../src/ops/projected.js'

const PMAP = ['/usr/bin/pmap', '/bin/pmap'].find(existsSync)
/** The first kernel thread, where there is one that may be read. */
function kernelThread(): string[] {
  try {
    return readFileSync('/proc/2/cmdline').length + readFileSync('/proc/2/smaps').length === 0 ? ['2'] : []
  } catch {
    return []
  }
}

const ENV = { LC_ALL: 'C.UTF-8' }
const MODES: readonly (readonly [string, readonly string[]])[] = [
  ['default', []],
  ['default', ['-p']],
  ['x', ['-x']],
  ['d', ['-d']],
  ['X', ['-X']],
  ['XX', ['-XX']],
  ['default', ['-q']],
  ['x', ['-xq']],
  ['d', ['-dpq']],
]

describe.skipIf(PMAP === undefined)('what the pmap of this machine prints', () => {
  const sleeping: ChildProcess[] = []
  let long: ChildProcess | undefined
  let folder = ''
  const run = (words: readonly string[]): Uint8Array => execFileSync(PMAP as string, [...words], { env: ENV })

  beforeAll(async () => {
    for (const argv0 of ['sleep', 'es\u001bc\nx', 'ünï ', '']) {
      sleeping.push(spawn('/bin/sleep', ['60'], { argv0 }))
    }
    sleeping.push(spawn('/bin/bash', ['-c', "exec -a $'\\xff\\x1bé' bash -c 'read x' a '' ''"]))
    folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
    const deep = join(folder, ...Array.from({ length: 6 }, () => 'e'.repeat(200)))
    mkdirSync(deep, { recursive: true })
    copyFileSync('/bin/sleep', join(deep, 'leaf'))
    long = spawn(join(deep, 'leaf'), ['60'])
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  afterAll(() => {
    for (const child of [...sleeping, long]) child?.kill()
    rmSync(folder, { recursive: true })
  })

  const pids = (): string[] => sleeping.map(({ pid }) => String(pid))

  test.each(MODES)('%s %j is written as it was read', (dialect, words) => {
    const text = run([...words, ...pids()])
    for (const source of [{}, { argv: ['pmap', ...words] }]) {
      const views = parse(pmap, text, { dialect, source })
      expect(new TextDecoder().decode(joined(formatPmap(views, {})))).toBe(new TextDecoder().decode(text))
    }
  })

  const range = (): string => {
    const [, first] = readFileSync(`/proc/${pids()[0]}/maps`, 'latin1').split('\n') as [string, string]
    return first.slice(0, first.indexOf('-'))
  }

  test.each([
    // Pss, which -X shows, moves with every other process.
    ...MODES.filter(([dialect]) => !dialect.startsWith('X')),
    ['x', ['-x', '-A', 'FIRST,']],
    ['x', ['-x', '-A', 'FIRST']],
  ] as typeof MODES)('%s %j is written from smaps', (dialect, words) => {
    const told = words.map((word) => word.replace('FIRST', range()))
    const all = [...pids(), String(long?.pid), ...kernelThread()]
    const text = run([...told, ...all])
    const source = { tool: 'pmap', version: '4.0.2', locale: 'UTF-8', argv: ['pmap', ...told, ...all] } as const
    const [as] = parse(pmap, new Uint8Array(0), { dialect, source }) as [View]
    const views: View[] = []
    const origins: Origin[] = []
    for (const pid of all) {
      const process = readProcess(Number(pid))
      const [view] = parse(smaps, readFileSync(`/proc/${pid}/smaps`)) as [View]
      const projection = pmap.project?.(view, as, { process })
      if (projection === undefined) throw new Error('no projection')
      views.push({ ...projectedView(view, as, projection), process, totals: [] })
      origins.push({ seen: { pid: Number(pid), view, state: 'there', facts: { process } }, projection })
    }
    expect(new TextDecoder().decode(joined(formatPmap(views, { origins })))).toBe(new TextDecoder().decode(text))
  })
})
