import type { Total, View } from '../../adapter.js'
import { isProvedSince } from '../../kernel/dating.js'
import { type Against, type Sums, sumSide } from './against.js'
import type { Judge } from './judge.js'
import { judgeResident } from './resident.js'
import { bytesText } from './text.js'
import { judgeVirtual } from './virtual.js'

/** Asks what the sums of `status` must obey among themselves, and against the regions where there are some. */
export function judgeStatus(
  judge: Judge,
  view: View,
  index: number,
  regions: View | undefined,
  reference: number,
): void {
  const sums: Sums = new Map(view.totals.map((total) => [total.name, total]))
  if (!sums.has('VmSize')) return
  judgeWithin(judge, sums, index)
  if (regions === undefined || regions.table.length === 0) return
  const against: Against = { judge, sums, index, table: regions.table, reference }
  judgeVirtual(against)
  judgeResident(against)
}

function judgeWithin(judge: Judge, sums: Sums, index: number): void {
  for (const [peak, now] of [
    ['VmPeak', 'VmSize'],
    ['VmHWM', 'VmRSS'],
  ] as const) {
    const whole = sums.get(peak)
    const part = sums.get(now)
    if (whole === undefined || part === undefined) continue
    judge.ask('part-exceeds-whole')
    if (part.value <= whole.value) continue
    judge.broken('part-exceeds-whole', sumSide(index, whole), sumSide(index, part))
  }
  const names = ['RssAnon', 'RssFile', 'RssShmem']
  const parts = names.flatMap((name) => sums.get(name) ?? [])
  const whole = sums.get('VmRSS')
  if (whole === undefined || parts.length < names.length || !isProvedSince(judge.dating, '4.5')) return
  judge.ask('parts-mismatch')
  const sum = parts.reduce((bytes, { value }) => bytes + value, 0n)
  if (sum === whole.value) return
  const [first] = parts as [Total]
  const expected = { view: index, line: first.line, field: names.join(' + '), value: bytesText(sum) }
  judge.broken('parts-mismatch', expected, sumSide(index, whole))
}
