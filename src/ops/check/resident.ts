import type { Total } from '../../adapter.js'
import { isProvedSince } from '../../kernel/dating.js'
import { addUp } from './add-up.js'
import { type Against, regionsSide, sumSide } from './against.js'

/** Holds what is resident, swapped out and in huge pages, as status counts it, against the counters of the regions. */
export function judgeResident(against: Against): void {
  judgeCounted(against, 'VmRSS', ['Rss'])
  judgeCounted(against, 'RssAnon', ['Anonymous'])
  judgeCounted(against, 'VmSwap', ['Swap'])
  judgeCounted(against, 'HugetlbPages', ['Shared_Hugetlb', 'Private_Hugetlb'])
}

function judgeCounted(against: Against, name: string, counters: readonly string[]): void {
  const { judge, sums, table } = against
  const total = sums.get(name)
  const columns = counters.flatMap((counter) => table.columns.counters.get(counter) ?? [])
  if (total === undefined || columns.length < counters.length) return
  const sum = columns.reduce((bytes, column) => bytes + addUp(table, (row) => column.bytes(row)), 0n)
  judge.ask('sum-mismatch')
  if (total.value !== sum) tell(against, total, `sum of ${counters.join(' and ')}`, sum)
}

function tell(against: Against, total: Total, what: string, sum: bigint): void {
  const { judge, index } = against
  const actual = sumSide(index, total)
  if (total.name === 'VmSwap' && total.value < sum) judge.except('shared-memory-swap', actual)
  else if (total.name !== 'HugetlbPages' && !isProvedSince(judge.dating, '6.16'))
    judge.except('counted-in-batches', actual)
  else {
    // Processes that share the page tables of huge pages count each other's.
    const isExact = total.name !== 'HugetlbPages' || (against.table.counter(0, 'Shared_Hugetlb') === 0 && sum === 0n)
    judge.differ('sum-mismatch', regionsSide(against, what, sum), actual, judge.frozen && isExact)
  }
}
