import { maps } from '../../adapters/maps/index.js'
import { smaps } from '../../adapters/smaps/index.js'
import type { Adapter, View } from '../adapter.js'
import { format } from '../ops/format.js'
import { grainOf } from '../ops/grain.js'
import { selectRows } from '../ops/select.js'
import { MemmapsError } from '../report/errors.js'
import { printable } from '../report/printable.js'
import { type Colors, colorsFor } from './colors.js'
import { tellFindings } from './findings.js'
import { groupColumns } from './group-columns.js'
import { readLive } from './live-view.js'
import { stdoutIsTerminal, tell, writeAllOut, writeOut } from './output.js'
import { pidOf } from './pid-of.js'
import { regionColumns } from './region-columns.js'
import { type FilterOptions, filterRows } from './region-filter.js'
import { groupByFile } from './region-groups.js'
import { sortRows } from './region-sort.js'
import { chooseCounters } from './show-counters.js'
import { summary } from './summary.js'
import { tableText } from './text-table.js'

/** Options of `memmaps show`. */
export interface ShowOptions extends FilterOptions {
  readonly from?: string
  readonly counters?: string
  readonly sort?: string
  readonly group?: 'file'
  readonly json?: boolean
  readonly strict?: boolean
  /** Another directory of processes than `/proc`. */
  readonly procRoot?: string
  readonly color?: string
}

/** What is shown, and the adapters that know it. */
export interface Shown {
  readonly adapters: readonly Adapter[]
  readonly views: readonly View[]
}

/** Runs `memmaps show`. What a live process does not take is loaded when it is needed: start-up is part of speed. */
export async function runShow(target: string, options: ShowOptions): Promise<number> {
  if (options.json && options.group !== undefined) {
    throw new MemmapsError('usage', '--json prints regions, not sums', 'leave --json or --group out')
  }
  const { adapters, views: read } = await readViews(target, options)
  const views: (readonly [View, readonly number[]])[] = []
  for (const view of read) {
    const rows = await filterRows(view.table, options)
    views.push([view, options.sort === undefined ? rows : sortRows(view.table, rows, options.sort)])
  }
  if (options.json) {
    const { json } = await import('../../adapters/json/index.js')
    const chosen = views.map(([view, rows]) => ({ ...view, table: selectRows(view.table, rows) }))
    await writeAllOut(format(json, chosen))
  } else {
    const colors = colorsFor(options.color, { isTTY: stdoutIsTerminal() })
    for (const [index, [view, rows]] of views.entries()) {
      if (index > 0) await writeOut('\n')
      await writeAllOut(viewText(adapters, view, rows, options, colors))
    }
  }
  if (options.address !== undefined && views.every(([, rows]) => rows.length === 0)) {
    tell(`no region holds ${options.address}`)
  }
  return 0
}

async function readViews(target: string, options: ShowOptions): Promise<Shown> {
  const pid = pidOf(target)
  if (pid === undefined) return (await import('./show-saved.js')).readSaved(target, options)
  if (options.from !== undefined) {
    throw new MemmapsError('usage', '-f is for texts, not for a live process', 'leave it out')
  }
  const adapters = [smaps, maps]
  const view = readLive(adapters, pid, ['smaps', 'maps'], { ...options, brief: options.json !== true })
  tellFindings([view], view.source.name as string)
  return { adapters, views: [view] }
}

function* viewText(
  adapters: readonly Adapter[],
  view: View,
  rows: readonly number[],
  options: ShowOptions,
  colors: Colors,
): Iterable<string> {
  const { table, process: of } = view
  const counters = chooseCounters(table, options.counters)
  const title = [of?.command, of?.pid === undefined ? undefined : `pid ${of.pid}`].filter((part) => part !== undefined)
  if (title.length > 0) yield `${colors.bold(printable(title.join(', ')))}\n`
  // A terminal that does not know its width says 0.
  const width = stdoutIsTerminal() ? process.stdout.columns || undefined : undefined
  if (options.group === 'file') {
    const groups = groupByFile(table, rows, counters)
    const columns = groupColumns(groups, counters, colors)
    yield* tableText(columns, [...groups.keys()], colors.dim, width)
  } else if (rows.length > 0) yield* tableText(regionColumns(view, counters, colors), rows, colors.dim, width)
  const files = grainOf(adapters, view) === 'file'
  yield `${colors.bold(summary(table, rows, counters, files ? 'file' : 'region'))}\n`
}
