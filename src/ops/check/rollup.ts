import type { View } from '../../adapter.js'
import { isProvedSince } from '../../kernel/dating.js'
import type { RegionTable } from '../../model/table.js'
import { addUp } from './add-up.js'
import type { Side } from './finding.js'
import { isGate } from './gate.js'
import type { Judge } from './judge.js'
import { addressText, bytesText } from './text.js'

/** Counters of which a region's part may be less than a kB: each record cuts it off, the sum only once. */
const CUT: ReadonlySet<string> = new Set(['Pss', 'Pss_Dirty', 'SwapPss', 'Locked'])

/** Counters that nobody but the process itself moves, so that they stand still while it is frozen. */
const OWN: ReadonlySet<string> = new Set(['Rss', 'Anonymous', 'Swap'])

/** Asks that smaps_rollup spans what the regions span, and adds up what they say. */
export function judgeRollup(judge: Judge, view: View, index: number, regions: View, reference: number): void {
  const { table } = view
  if (table.length !== 1 || regions.table.length === 0) return
  judgeRange(judge, table, index, regions.table, reference)
  for (const column of table.columns.counters.values()) {
    const parts = regions.table.columns.counters.get(column.name)
    const bytes = column.bytes(0)
    if (parts === undefined || bytes === undefined) continue
    const sum = addUp(regions.table, (row) => parts.bytes(row))
    const total = BigInt(bytes)
    judge.ask('sum-mismatch')
    const cut = CUT.has(column.name) ? 1024n * BigInt(regions.table.length) : 0n
    if (total === sum || (total > sum && total - sum < cut)) continue
    const actual = judge.side(index, 0, column.name, bytesText(total))
    if (column.name === 'Locked' && total > sum && !isProvedSince(judge.dating, '5.0')) {
      judge.except('locked-twice', actual)
    } else {
      const expected: Side = { view: reference, line: 0, field: `sum of ${column.name}`, value: bytesText(sum) }
      judge.differ('sum-mismatch', expected, actual, judge.frozen && OWN.has(column.name))
    }
  }
}

function judgeRange(judge: Judge, rollup: RegionTable, index: number, table: RegionTable, reference: number): void {
  const last = table.length - 1
  const start = rollup.start(0)
  const end = rollup.end(0)
  const first = table.start(0)
  const ends = [last, last - 1].filter((row) => row >= 0)
  if (start === undefined || end === undefined || first === undefined) return
  judge.ask('range-mismatch')
  if (start !== first) {
    judge.broken(
      'range-mismatch',
      judge.side(reference, 0, 'start', addressText(first)),
      judge.side(index, 0, 'start', addressText(start)),
    )
  }
  const own = isGate(table, last) ? (ends[1] ?? last) : last
  if (end === table.end(own)) return
  const actual = judge.side(index, 0, 'end', addressText(end))
  if (end === table.end(last) && (!isProvedSince(judge.dating, '4.19') || table.pathname(last) === '[vectors]')) {
    judge.except('gate-in-rollup', actual)
  } else {
    judge.broken('range-mismatch', judge.side(reference, own, 'end', addressText(table.end(own) as bigint)), actual)
  }
}
