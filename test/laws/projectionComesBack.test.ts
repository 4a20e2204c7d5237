import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.js'
import type { Adapter, Dialect, Imitation, Plan, Run, Source, View } from '../../src/adapter.js'
import type { FieldName } from '../../src/model/fields.js'
import { latin1 } from '../../src/model/pathname.js'
import type { Region } from '../../src/model/region.js'
import { joined } from '../../src/ops/format.js'
import { isPlan } from '../../src/ops/imitate.js'
import { parse } from '../../src/ops/parse.js'
import { projectedView } from '../../src/ops/projected.js'
import { MemmapsError } from '../../src/report/errors.js'
import { runs } from './runs.js'
import { seenProcess } from './seenProcess.js'

/** A run of a tool, and what of a region its text does not say: changes a region to what can come back. */
interface Call {
  readonly words: readonly string[]
  readonly shown?: (region: Region) => Region
}

/** The table shows the device of a special file in the place of its file system's, and with +L alone the number of links. */
function inTable({ device, file = {}, ...region }: Region, hasLinks: boolean): Region {
  const { links, ...rest } = file
  const special = file.type === 'CHR' || file.type === 'BLK'
  return {
    ...region,
    ...(device === undefined || special ? {} : { device }),
    file: { ...rest, ...(links === undefined || !hasLinks ? {} : { links }) },
  }
}

const LSOF = ['-a', '-p', '4711', '-d', 'mem,txt,DEL']

/** For each tool that can be imitated, a run in each of its dialects. */
const CALLS: Readonly<Record<string, readonly Call[]>> = {
  lsof: [
    { words: LSOF, shown: (region) => inTable(region, false) },
    { words: [...LSOF, '+L'], shown: (region) => inTable(region, true) },
    { words: [...LSOF, '-FpcuLRgftDrisklan'] },
    { words: [...LSOF, '-F0pcuLRgftDrisklan'] },
    { words: [...LSOF, '-J', '-FpcuLRgftDrisklan'] },
    { words: [...LSOF, '-j', '-FpcuLRgftDrisklan'] },
  ],
  pmap: [[], ['-p'], ['-d'], ['-x'], ['-x', '-p'], ['-X'], ['-XX'], ['-X', '-p']].map((words) => ({
    words: [...words, '4711'],
  })),
  maps: [{ words: [] }],
}

interface Case {
  readonly adapter: Adapter
  readonly source: Source
  /** Where it is not that of the view. */
  readonly dialect?: string
  readonly reads: 'maps' | 'smaps'
  readonly shown: (region: Region) => Region
  readonly what: string
}

const cases: readonly Case[] = adapters.flatMap((adapter) => {
  const { imitates, project, format } = adapter
  if (project === undefined || format === undefined) return []
  const locales = adapter.escapes ? (['C', 'UTF-8'] as const) : (['C'] as const)
  return (CALLS[adapter.name] ?? []).flatMap(({ words, shown = (region) => region }) => {
    if (imitates === undefined) return [{ adapter, shown, source: {}, reads: 'smaps', what: adapter.name }]
    const all = imitates.versions.flatMap((version) => locales.map((locale): Run => ({ words, version, locale })))
    return all.flatMap((run): Case[] => {
      const plan = planOf(imitates, run)
      if (plan === undefined) return []
      const { version, locale } = run
      const source = { tool: adapter.name, version, locale, argv: [adapter.name, ...(plan.words ?? words)] }
      const what = `${adapter.name} ${version} ${words.join(' ')}, ${locale}`
      return [{ adapter, shown, source, dialect: plan.dialect, reads: plan.reads, what }]
    })
  })
})

/** The plan of a run; undefined where the version has no such option. */
function planOf(imitates: Imitation, run: Run): Plan | undefined {
  try {
    const planned = imitates.plan(run)
    return isPlan(planned) ? planned : undefined
  } catch (error) {
    if (error instanceof MemmapsError) return undefined
    throw error
  }
}

/**
 * What a dialect says of a region, with the name in the spelling that projected names have. A tool shows some of the counters
 * that there are, and zeros for some that the kernel does not have: those count that both know.
 */
function said(
  region: Region,
  other: Region | undefined,
  says: readonly FieldName[],
  comparable: (name: Uint8Array) => Uint8Array = (name) => name,
): object {
  const { pathname, pathnameBytes = Buffer.from(pathname ?? ''), counters = {} } = region
  const fields = says.filter((field) => field !== 'pathname' && field !== 'counters')
  return {
    ...Object.fromEntries(fields.map((field) => [field, region[field]])),
    name: says.includes('pathname') && pathname !== undefined ? latin1(comparable(pathnameBytes)) : undefined,
    counters: Object.entries(counters)
      .filter(([name]) => other?.counters?.[name] !== undefined)
      .sort(),
  }
}

describe.each(
  adapters.filter((one) => one.project !== undefined && one.format !== undefined),
)('a projection comes back: $name', ({ name }) => {
  test('the test knows how to call it', () => {
    expect(cases.some(({ adapter }) => adapter.name === name)).toBe(true)
  })
})

test.each(cases.map((one) => [one.what, one] as const))('%s', (_, { adapter, source, dialect: own, reads, shown }) => {
  fc.assert(
    fc.property(seenProcess(adapter, reads), (seen) => {
      const view = seen.view as View
      const dialect = own ?? view.dialect
      const [as] = parse(adapter, new Uint8Array(0), { dialect, source }) as [View]
      const projection = adapter.project!(view, as, seen.facts)
      const projected: View = { ...projectedView(view, as, projection), process: seen.facts.process ?? {}, totals: [] }
      const text = joined(adapter.format!([projected], { dialect, origins: [{ seen, projection }] }))
      const back = parse(adapter, text, { dialect, source, asPrinted: true })
      const { says } = adapter.dialects[dialect] as Dialect
      const rows = back.flatMap(({ table }) => [...table])
      const expected = [...projection.table].map(shown)
      const plain = (regions: readonly Region[], others: readonly Region[]): object[] =>
        regions.map((region, row) => said(region, others[row], says, projection.comparable))
      expect(plain(rows, expected)).toEqual(plain(expected, rows))
    }),
    runs(8),
  )
})
