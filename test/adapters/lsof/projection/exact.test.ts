import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lsof } from '../../../../adapters/lsof/index.js'
import { pathsLookedUp } from '../../../../adapters/lsof/names/looked-up.js'
import { projectToLsof } from '../../../../adapters/lsof/projection/projection.js'
import { maps } from '../../../../adapters/maps/index.js'
import type { View } from '../../../../src/adapter.js'
import { statPaths } from '../../../../src/capture/file-stats.js'
import { readProcess } from '../../../../src/capture/process-facts.js'
import type { Region } from '../../../../src/model/region.js'
import type { RegionTable } from '../../../../src/model/table.js'
import { parse } from '../../../../src/ops/parse.js'

const [version] = /(?<=revision: )[\d.]+/.exec(spawnSync('lsof', ['-v']).stderr?.toString() ?? '') ?? []

/** What lsof would show of a process, with all facts known. */
function projected(pid: number, text: string, as: View): RegionTable {
  const [view] = parse(maps, Buffer.from(text, 'latin1')) as [View]
  const process = readProcess(pid)
  const stats = statPaths(pathsLookedUp(view, process), `/proc/${pid}`)
  return projectToLsof(view, as, { process, stats }).table
}

/** Rows without lock letters, which this test does not look for. */
function plain(rows: Iterable<Region>): unknown[] {
  return [...rows].map(({ device, inode, pathname, file }) => {
    const { lock, access, ...rest } = file ?? {}
    return { device, inode, pathname, ...rest }
  })
}

const RUNS: readonly (readonly string[])[] = [
  ['-d', 'mem,txt,DEL', '-F0pcuLRgftDrisklan'],
  ['-d', 'mem', '-FfDistrkn'],
  ['-w', '-d', 'txt,DEL', '-FfDistrkn'],
  ['-d', 'mem,txt,DEL', '+L'],
]

test.skipIf(version === undefined).each(RUNS.map((words) => [words.join(' '), words] as const))(
  'lsof %s of each process: the same rows in the same order',
  (_, words) => {
    let held = 0
    for (const pid of pids()) {
      const argv = ['lsof', '-nP', '-a', '-p', String(pid), ...words]
      const before = readMaps(pid)
      const { stdout } = spawnSync('lsof', argv.slice(1), {
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C' },
        maxBuffer: 1 << 28,
      })
      const dialect = words.at(-1) === '+L' ? 'table' : words.at(-1)?.startsWith('-F0') ? 'fields0' : 'fields'
      const source = { tool: 'lsof', argv, locale: 'C', ...(version === undefined ? {} : { version }) } as const
      const [listed] = parse(lsof, stdout, { dialect, source })
      const [as] = parse(lsof, new Uint8Array(0), { dialect, source }) as [View]
      if (before === '' || before === undefined || before !== readMaps(pid)) continue
      const rows = projected(pid, before, as)
      if (before !== readMaps(pid)) continue
      const actual = plain(listed ?? [])
      const expected = plain(rows).map((row) => withoutSpecial(row as Record<string, unknown>, dialect))
      expect(expected, `pid ${pid}`).toEqual(actual)
      held += 1
    }
    expect(held).toBeGreaterThan(0)
  },
)

/** The table shows the device that a special file stands for, and not the one it is on. */
function withoutSpecial(row: Record<string, unknown>, dialect: string): unknown {
  return dialect === 'table' && (row.type === 'CHR' || row.type === 'BLK') ? { ...row, device: undefined } : row
}

function pids(): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid='])
  return stdout.toString().trim().split(/\s+/).map(Number).slice(-25)
}

function readMaps(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/maps`, 'latin1')
  } catch {
    return undefined
  }
}
