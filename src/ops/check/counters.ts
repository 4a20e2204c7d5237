import type { View } from '../../adapter.js'
import { isProvedSince } from '../../kernel/dating.js'
import type { CounterColumn } from '../../model/counters.js'
import { contradictions } from '../contradictions.js'
import type { Judge } from './judge.js'
import { bytesText } from './text.js'

/** What is counted in what: a part is never larger than its whole. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['Rss', 'Size'],
  ['Pss', 'Rss'],
  ['Dirty', 'Rss'],
  ['Referenced', 'Rss'],
  ['Anonymous', 'Rss'],
  ['LazyFree', 'Anonymous'],
  ['AnonHugePages', 'Rss'],
  ['ShmemPmdMapped', 'Rss'],
  ['FilePmdMapped', 'Rss'],
  ['SwapPss', 'Swap'],
  ['Pss_Dirty', 'Pss'],
  ['Locked', 'Rss'],
  ['Shared_Hugetlb', 'Size'],
  ['Private_Hugetlb', 'Size'],
]

/** The four kinds of page that make up Rss. */
const RSS_PARTS = ['Shared_Clean', 'Shared_Dirty', 'Private_Clean', 'Private_Dirty'] as const

/** The three kinds of page that make up Pss, in smaps_rollup (since Linux 5.3); each is cut to whole kB. */
const PSS_PARTS = ['Pss_Anon', 'Pss_File', 'Pss_Shmem'] as const

/** Asks what the counters of one region must obey: of a mapping, or of a whole process. */
export function judgeCounters(judge: Judge, view: View, index: number, pageSize: number): void {
  const { counters } = view.table.columns
  if (counters.size === 0) return
  judgeSize(judge, view, index, pageSize)
  // smaps_rollup adds Locked up more than once, up to 4.20.
  const countsTwice = view.table.pathname(0) === '[rollup]' && !isProvedSince(judge.dating, '5.0')
  for (const [part, whole] of PARTS) {
    if (part === 'Locked' && countsTwice) continue
    const small = counters.get(part)
    const large = counters.get(whole)
    if (small !== undefined && large !== undefined) judgePart(judge, view, index, small, large)
  }
  const rss = counters.get('Rss')
  if (rss !== undefined) judgeSum(judge, view, index, rss, columnsOf(view, RSS_PARTS), 0)
  const pss = counters.get('Pss')
  if (pss !== undefined) judgeSum(judge, view, index, pss, columnsOf(view, PSS_PARTS), 1024 * PSS_PARTS.length)
}

function judgeSize(judge: Judge, view: View, index: number, pageSize: number): void {
  const { table } = view
  const sizes = table.columns.counters.get('Size')
  if (sizes === undefined) return
  const broken = new Set<number>()
  for (const { row, range, counted } of contradictions(view, { pageSize })) {
    broken.add(row)
    const expected = judge.side(index, row, 'range', bytesText(range))
    judge.broken('size-mismatch', expected, judge.side(index, row, 'Size', bytesText(counted)))
  }
  for (let row = 0; row < table.length; row++) {
    const size = sizes.bytes(row)
    const range = table.size(row)
    if (size === undefined || range === undefined) continue
    judge.ask('size-mismatch')
    if (BigInt(size) === range || broken.has(row)) continue
    judge.except('guard-page', judge.side(index, row, 'Size', bytesText(BigInt(size))))
  }
}

function judgePart(judge: Judge, { table }: View, index: number, part: CounterColumn, whole: CounterColumn): void {
  for (let row = 0; row < table.length; row++) {
    const small = part.bytes(row)
    const large = whole.bytes(row)
    if (small === undefined || large === undefined) continue
    judge.ask('part-exceeds-whole')
    if (small <= large) continue
    judge.broken(
      'part-exceeds-whole',
      judge.side(index, row, whole.name, bytesText(BigInt(large))),
      judge.side(index, row, part.name, bytesText(BigInt(small))),
    )
  }
}

function columnsOf({ table }: View, names: readonly string[]): readonly CounterColumn[] | undefined {
  const columns = names.flatMap((name) => table.columns.counters.get(name) ?? [])
  return columns.length === names.length ? columns : undefined
}

/** Asks that the parts add up to the whole, of which rounding takes less than `lost` bytes. */
function judgeSum(
  judge: Judge,
  { table }: View,
  index: number,
  whole: CounterColumn,
  parts: readonly CounterColumn[] | undefined,
  lost: number,
): void {
  if (parts === undefined) return
  for (let row = 0; row < table.length; row++) {
    const total = whole.bytes(row)
    if (total === undefined || !parts.every((part) => part.has(row))) continue
    const sum = parts.reduce((bytes, part) => bytes + (part.bytes(row) as number), 0)
    judge.ask('parts-mismatch')
    if (sum === total || (sum < total && total - sum < lost)) continue
    const expected = judge.side(index, row, parts.map(({ name }) => name).join(' + '), bytesText(BigInt(sum)))
    const actual = judge.side(index, row, whole.name, bytesText(BigInt(total)))
    if (lost === 0 && sum < total && !isProvedSince(judge.dating, '2.6.37')) judge.except('unmanaged-pages', actual)
    else judge.broken('parts-mismatch', expected, actual)
  }
}
