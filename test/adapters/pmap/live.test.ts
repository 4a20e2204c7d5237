import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pmap } from '../../../adapters/pmap/index.js'
import { parse } from '../../../src/ops/parse.js'
import { type PmapMode, readPmap } from '../../reference/pmap.js'

const PMAP = ['/usr/bin/pmap', '/bin/pmap'].find(existsSync)
const SLEEP = '/bin/sleep'
/** Names of programs, which become names in a column. */
const AWKWARD = [' leading', 'trailing ', '[ anon ]', '-', 'ld so x', 'é', 'a\nb', '0000 4K r---- x']
const MODES: readonly PmapMode[] = ['default', 'x', 'd', 'X', 'XX']
const OPTIONS = ['', 'p', 'q', 'pq']

describe.skipIf(PMAP === undefined)('the pmap of this machine', () => {
  const children: ChildProcess[] = []
  let folder = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'memmaps-'))
    for (const name of AWKWARD) {
      const program = join(folder, name)
      copyFileSync(SLEEP, program)
      children.push(spawn(program, ['60']))
    }
    await Promise.all(children.map(settled))
  })

  afterAll(() => {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true })
  })

  const run = (mode: PmapMode, option: string, pids: readonly number[]): Uint8Array => {
    const letters = `${mode === 'default' ? '' : mode}${option}`
    return execFileSync(PMAP as string, [...(letters === '' ? [] : [`-${letters}`]), ...pids.map(String)], {
      env: { LC_ALL: 'C' },
      // A process may have thousands of mappings, each a long row.
      maxBuffer: 1 << 26,
    })
  }

  const cases = MODES.flatMap((mode) => OPTIONS.map((option) => ({ mode, option })))

  test.each(cases)('$mode with -$option reads as the plain reader reads it', ({ mode, option }) => {
    const awkward = children.map(({ pid }) => pid as number)
    // Without a heading nothing tells numbers, flags and blanks from the beginning of the first name, the program's.
    const unclear =
      option !== 'q' ? [] : mode === 'XX' ? ['ld so x', ' leading'] : mode === 'X' ? ['0000 4K r---- x'] : []
    const readable = awkward.filter((_, i) => !unclear.includes(AWKWARD[i] as string))
    const text = run(mode, option, [process.pid, process.ppid, ...readable])
    const views = parse(pmap, text, { dialect: mode })
    const plain = readPmap(text, mode)
    expect(views.map(({ process }) => process?.pid)).toEqual(plain.map(({ pid }) => pid))
    for (const [place, view] of views.entries()) {
      expect([...view.diagnostics]).toEqual([])
      expect(view.dialect).toBe(mode)
      expect([...view.table]).toEqual(plain[place]?.regions)
      expect(view.table.length).toBeGreaterThan(5)
    }
  })

  test.each(cases)('$mode with -$option is detected', ({ mode, option }) => {
    const text = run(mode, option, [children[0]?.pid as number])
    expect(pmap.detect(text.subarray(0, 1024))).toMatchObject({ dialect: mode, confidence: 'sure' })
  })

  test('it shows a mapping a row: as many as the kernel lists', () => {
    const pid = children[1]?.pid as number
    const ranges = readFileSync(`/proc/${pid}/maps`, 'latin1')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(0, line.indexOf(' ')))
    for (const mode of MODES) {
      const [view] = parse(pmap, run(mode, 'q', [pid]))
      const read = [...(view?.table ?? [])].map(({ start, end }) => `${hex(start)}-${hex(end)}`)
      expect(read).toEqual(ranges)
    }
  })
})

/** Waits until a program has mapped all that it will. */
async function settled(child: ChildProcess): Promise<void> {
  for (let before = ''; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const now = readFileSync(`/proc/${child.pid}/maps`, 'latin1')
    if (now === before && now.includes('[heap]')) return
    before = now
  }
}

function hex(value: bigint | undefined): string {
  return (value ?? 0n).toString(16).padStart(8, '0')
}
