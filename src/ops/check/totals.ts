import type { Total, View } from '../../adapter.js'
import type { RegionTable } from '../../model/table.js'
import { addUp, countedSize } from './add-up.js'
import type { ExceptionCode } from './exceptions.js'
import type { Side } from './finding.js'
import type { Judge } from './judge.js'
import { bytesText } from './text.js'
import { maySumUpTo } from './uncounted.js'

/** The regions that a tool's own words add up. */
const WORDS: Readonly<Record<string, (perms: string) => boolean>> = {
  'writeable/private': (perms) => perms[1] === 'w' && perms[3] !== 's',
  shared: (perms) => perms[3] === 's',
}

/** Asks that the totals below the rows of a text are the sums of the rows. */
export function judgeTotals(judge: Judge, view: View, index: number): void {
  const { uncounted = [] } = view
  // A row that could not be read is in the total all the same.
  if (view.diagnostics.countOf('error') > uncounted.length) return
  for (const total of view.totals) {
    const sum = sumOf(view.table, total.name)
    if (sum === undefined) continue
    judge.ask('total-mismatch')
    if (sum === total.value || (uncounted.length > 0 && maySumUpTo(total.value, sum, uncounted))) continue
    const actual: Side = { view: index, line: total.line, field: total.name, value: bytesText(total.value) }
    const exception = exceptionFor(judge, view, index, total, sum)
    if (exception !== undefined) judge.except(exception, actual)
    else {
      const field = `sum of ${view.table.length} regions`
      // pmap -X reads twice, so that its rows and its totals are of different moments.
      const moves = isMoving(total.name) && !judge.frozen && view.table.columns.counters.has('Pss')
      judge.differ('total-mismatch', { view: index, line: 0, field, value: bytesText(sum) }, actual, !moves)
    }
  }
}

/** What the regions add up to under that name; undefined when they do not say it. */
function sumOf(table: RegionTable, name: string): bigint | undefined {
  if (table.length === 0) return 0n
  if (name === 'Size') return addUp(table, countedSize(table))
  const picks = WORDS[name]
  if (picks !== undefined) {
    return addUp(
      table,
      (row) => table.size(row),
      (row) => picks(table.perms(row) ?? ''),
    )
  }
  const column = table.columns.counters.get(name)
  return column === undefined ? undefined : addUp(table, (row) => column.bytes(row))
}

/** True for a counter that moves while the mappings stand still. */
function isMoving(name: string): boolean {
  return name !== 'Size' && WORDS[name] === undefined
}

function exceptionFor(
  { views }: Judge,
  view: View,
  index: number,
  { name, value }: Total,
  sum: bigint,
): ExceptionCode | undefined {
  if (name === 'Size' && value === sum + (sumOf(view.table, 'shared') as bigint)) return 'shared-counted-twice'
  const before = views.slice(0, index).filter((each) => sameText(each, view))
  // A process that pmap may not read has no totals, and leaves those of the one before it standing.
  const last = before.flatMap((each) => each.totals.filter((total) => total.name === name)).at(-1)
  if (last !== undefined && value === sum + last.value) return 'sums-carried-over'
  if (view.table.length === 0) return 'rows-left-out'
  if (isCutOff(value, sum)) return 'sum-of-32-bits'
  const mayBeRange = view.source.argv?.includes('-A') ?? true
  return value > sum && isMoving(name) && mayBeRange ? 'below-the-range' : undefined
}

function sameText(a: View, b: View): boolean {
  return a.adapter === b.adapter && a.dialect === b.dialect && a.source.name === b.source.name
}

/** True for a sum of which 32 bits are left, be it of bytes or of kB. */
function isCutOff(value: bigint, sum: bigint): boolean {
  if (sum >> 32n === 0n) return false
  return value === BigInt.asUintN(32, sum) || value === BigInt.asUintN(32, sum / 1024n) * 1024n
}
