import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.js'
import { lsof } from '../../../adapters/lsof/index.js'
import { maps } from '../../../adapters/maps/index.js'
import type { View } from '../../../src/adapter.js'
import type { Region } from '../../../src/model/region.js'
import { compare } from '../../../src/ops/compare.js'
import { parse } from '../../../src/ops/parse.js'
import { readFields0, readTable } from '../../reference/lsof.js'

const installed = spawnSync('lsof', ['-v']).error === undefined

/** Every process of this machine, as lsof shows it. */
function run(...options: string[]): Buffer {
  const { stdout } = spawnSync('lsof', ['-nPw', '-d', 'mem,txt,DEL', ...options], {
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 1 << 28,
  })
  return stdout
}

/** What both the table and -F0 say of a region, by process. */
function common(views: readonly View[]): Map<number, Region[]> {
  return new Map(views.map(({ process: facts, table }) => [facts!.pid!, [...table].map(withoutFieldsOnly)]))
}

/** A region without what -F0 says and the table (without +L) does not: links, and the device of a special file. */
function withoutFieldsOnly({ device, inode, pathname, file, extra }: Region): Region {
  const { links, rdev, ...facts } = file!
  const special = facts.type === 'CHR' || facts.type === 'BLK'
  return {
    ...(device === undefined || special ? {} : { device }),
    ...(inode === undefined ? {} : { inode }),
    ...(pathname === undefined ? {} : { pathname }),
    ...(extra === undefined ? {} : { extra }),
    file: { ...facts, ...(special && rdev !== undefined ? { rdev } : {}) },
  }
}

test.skipIf(!installed)('lsof of every process: the table and -F0 tell the same rows, as the plain readers do', () => {
  const before = common(parse(lsof, run()))
  const fieldsText = run('-F0pcuLRgftDrisklan')
  const tableText = run()
  const fieldsViews = parse(lsof, fieldsText, { dialect: 'fields0' })
  const tableViews = parse(lsof, tableText)
  expect([...fieldsViews, ...tableViews].flatMap((view) => [...view.diagnostics])).toEqual([])

  const fields = common(fieldsViews)
  const table = common(tableViews)
  // Processes come, go and map files meanwhile: only those that stood still can be held against each other.
  const still = [...table.keys()].filter((pid) => fields.has(pid) && sameRows(before.get(pid), table.get(pid)))
  expect(still.length).toBeGreaterThan(0)
  for (const pid of still) expect(fields.get(pid), `pid ${pid}`).toEqual(table.get(pid))

  const regions = (views: readonly View[]): Region[] => views.flatMap((view) => [...view.table])
  expect(regions(fieldsViews)).toEqual(readFields0(fieldsText).flatMap((view) => view.regions))
  expect(regions(tableViews)).toEqual(readTable(tableText).flatMap((view) => view.regions))
})

test.skipIf(!installed)('lsof of this process: -F tells what -F0 tells', () => {
  const pid = String(process.pid)
  const [zero] = parse(lsof, run('-a', '-p', pid, '-F0pcuLRgftDrisklan'), { dialect: 'fields0' })
  const [lines] = parse(lsof, run('-a', '-p', pid, '-FpcuLRgftDrisklan'), { dialect: 'fields' })
  expect(zero!.process).toMatchObject({ pid: process.pid, ppid: process.ppid })
  expect(lines!.process).toEqual(zero!.process)
  expect([...lines!.table]).toEqual([...zero!.table])
  expect(zero!.table.length).toBeGreaterThan(0)
})

function sameRows(a: readonly Region[] | undefined, b: readonly Region[] | undefined): boolean {
  const text = (rows: readonly Region[] | undefined): string =>
    JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
  return text(a) === text(b)
}

/** What people ask of lsof, and what changes the columns or letters. */
const OPTIONS: readonly (readonly string[])[] = [
  [],
  ['-d', 'mem'],
  ['-d', 'mem,DEL'],
  ['-d', '^mem'],
  ['-K'],
  ['-R', '-g', '+L', '+fg'],
  ['-K', '-R', '-g', '+L', '+fg', '-s'],
  ['-o'],
  ['-l', '+c', '15'],
  ['-w'],
  ['-F'],
  ['-F0'],
  ['-F0fn'],
  ['-K', '-FpKfDin'],
]

const asked = OPTIONS.map((options) => [options.join(' '), options] as const)

test.skipIf(!installed).each(asked)('lsof of this process with “%s”: maps explains it', (_, options) => {
  const argv = ['lsof', '-nP', '-a', '-p', String(process.pid), ...options]
  const { stdout } = spawnSync('lsof', argv.slice(1), { env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 28 })
  const detected = lsof.detect(stdout.subarray(0, 1024))
  expect(detected?.confidence).toBe('sure')
  const [view] = parse(lsof, stdout, { dialect: detected!.dialect, source: { argv } })
  expect(view!.diagnostics.countOf('error') + view!.diagnostics.countOf('warning')).toBe(0)
  expect(view!.table.length).toBeGreaterThan(0)
  const [before] = parse(maps, readFileSync('/proc/self/maps'))
  const { verdict, pairs } = compare(adapters, [before!, view!])
  expect(pairs.flatMap(({ differences }) => differences)).toEqual([])
  expect(verdict).toBe('explained')
})
