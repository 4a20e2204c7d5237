import { adapters } from '../../adapters/index.js'
import type { Adapter, View } from '../adapter.js'
import { isDirectory } from '../capture/files.js'
import { format } from '../ops/format.js'
import { grainOf } from '../ops/grain.js'
import { parse } from '../ops/parse.js'
import { selectRows } from '../ops/select.js'
import { MemmapsError } from '../report/errors.js'
import { printable } from '../report/printable.js'
import { readCapture } from './capture-view.js'
import { type Colors, colorsFor } from './colors.js'
import { requireSomething, tellFindings } from './findings.js'
import { groupColumns } from './group-columns.js'
import { readLive, refuseProcRoot } from './live-view.js'
import { tell, writeAllOut, writeOut } from './output.js'
import { pidOf, readInput } from './read-input.js'
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

/** Runs `memmaps show`. */
export async function runShow(target: string, options: ShowOptions): Promise<number> {
  if (options.json && options.group !== undefined) {
    throw new MemmapsError('usage', '--json prints regions, not sums', 'leave --json or --group out')
  }
  const views = (await readViews(target, options)).map((view): readonly [View, readonly number[]] => {
    const rows = filterRows(view.table, options)
    return [view, options.sort === undefined ? rows : sortRows(view.table, rows, options.sort)]
  })
  if (options.json) {
    const json = adapters.find(({ name }) => name === 'json') as Adapter
    const chosen = views.map(([view, rows]) => ({ ...view, table: selectRows(view.table, rows) }))
    await writeAllOut(format(json, chosen))
  } else {
    const colors = colorsFor(options.color, process.stdout)
    for (const [index, [view, rows]] of views.entries()) {
      if (index > 0) await writeOut('\n')
      await writeAllOut(viewText(view, rows, options, colors))
    }
  }
  if (options.address !== undefined && views.every(([, rows]) => rows.length === 0)) {
    tell(`no region holds ${options.address}`)
  }
  return 0
}

async function readViews(target: string, options: ShowOptions): Promise<readonly View[]> {
  const { from, strict = false } = options
  const pid = pidOf(target)
  if (pid !== undefined) {
    if (from !== undefined) throw new MemmapsError('usage', '-f is for texts, not for a live process', 'leave it out')
    const view = readLive(adapters, pid, ['smaps', 'maps'], options)
    tellFindings([view], view.source.name as string)
    return [view]
  }
  refuseProcRoot(options)
  if (target !== '-' && isDirectory(target)) {
    if (from !== undefined) throw new MemmapsError('usage', '-f is for texts, not for a capture', 'leave it out')
    const view = readCapture(adapters, target)
    tellFindings([view], view.source.name as string)
    return [view]
  }
  const { adapter, dialect, bytes, name } = await readInput(adapters, target, from)
  const views = parse(adapter, bytes, { ...(dialect === undefined ? {} : { dialect }), source: { name }, strict })
  requireSomething(views, name, adapter.name, from !== undefined)
  tellFindings(views, name)
  return views
}

function* viewText(view: View, rows: readonly number[], options: ShowOptions, colors: Colors): Iterable<string> {
  const { table, process: of } = view
  const counters = chooseCounters(table, options.counters)
  const title = [of?.command, of?.pid === undefined ? undefined : `pid ${of.pid}`].filter((part) => part !== undefined)
  if (title.length > 0) yield `${colors.bold(printable(title.join(', ')))}\n`
  // A terminal that does not know its width says 0.
  const width = process.stdout.isTTY ? process.stdout.columns || undefined : undefined
  if (options.group === 'file') {
    const groups = groupByFile(table, rows, counters)
    const columns = groupColumns(groups, counters, colors)
    yield* tableText(columns, [...groups.keys()], colors.dim, width)
  } else if (rows.length > 0) yield* tableText(regionColumns(view, counters, colors), rows, colors.dim, width)
  const files = grainOf(adapters, view) === 'file'
  yield `${colors.bold(summary(table, rows, counters, files ? 'file' : 'region'))}\n`
}
