import { isProvedSince } from '../../kernel/dating.js'
import type { RegionTable } from '../../model/table.js'
import { addUp, countedSize } from './add-up.js'
import { type Against, regionsSide, sumSide } from './against.js'
import { isGate } from './gate.js'

/** Asks that the sizes of the regions add up to what status says of them: all, and by what they are for. */
export function judgeVirtual(against: Against): void {
  judgeSize(against)
  const { judge, table } = against
  // Before 4.5 the kernel had other words for data, and lost count of code.
  if (!isProvedSince(judge.dating, '4.5') || !saysFlags(table)) return
  const is = (row: number, flag: string): boolean => table.vmFlags(row)?.includes(flag) ?? false
  const isStack = (row: number): boolean => is(row, 'gd') || is(row, 'ss') || table.pathname(row) === '[stack]'
  const isCode = (row: number): boolean => is(row, 'ex') && !is(row, 'wr') && !isStack(row)
  const isData = (row: number): boolean => is(row, 'wr') && !is(row, 'sh') && !isStack(row)
  judgeKind(against, ['VmData'], 'sum of private writable regions', isData)
  judgeKind(against, ['VmStk'], 'sum of stacks', isStack)
  judgeKind(against, ['VmExe', 'VmLib'], 'sum of executable regions', isCode)
  judgeLocked(against, is)
}

function judgeSize(against: Against): void {
  const { judge, sums, index, table } = against
  const total = sums.get('VmSize')
  if (total === undefined) return
  const size = countedSize(table)
  const all = addUp(table, size)
  const own = addUp(table, size, (row) => !isGate(table, row))
  judge.ask('sum-mismatch')
  if (total.value === own || total.value === all) return
  const actual = sumSide(index, total)
  if (total.value < own && !isProvedSince(judge.dating, '3.7')) judge.except('reserved-not-counted', actual)
  else if (isGuarded(against, total.value - own)) judge.except('guard-page', actual)
  else judge.broken('sum-mismatch', regionsSide(against, 'sum of sizes', own), actual)
}

/** True when the regions lack a page for some of the stacks, which only smaps counts. */
function isGuarded({ judge, table }: Against, lacking: bigint): boolean {
  if (isProvedSince(judge.dating, '4.13') || table.columns.counters.has('Size')) return false
  const stacks = addUp(table, (row) => (table.pathname(row)?.startsWith('[stack') ? 1 : 0))
  return lacking > 0n && lacking <= stacks * 65536n
}

function judgeKind(against: Against, names: readonly string[], what: string, picks: (row: number) => boolean): void {
  const { judge, sums, index, table } = against
  const totals = names.flatMap((name) => sums.get(name) ?? [])
  const [first] = totals
  if (first === undefined || totals.length < names.length) return
  const sum = addUp(table, countedSize(table), (row) => picks(row) && !isGate(table, row))
  const value = totals.reduce((bytes, total) => bytes + total.value, 0n)
  judge.ask('sum-mismatch')
  // The [vectors] of a 32-bit program are no gate on a 64-bit kernel.
  const last = table.length - 1
  const gate = picks(last) && table.pathname(last) === '[vectors]' ? (table.size(last) ?? 0n) : 0n
  if (value === sum || value === sum + gate) return
  judge.broken(
    'sum-mismatch',
    regionsSide(against, what, sum),
    sumSide(index, { ...first, name: names.join(' + '), value }),
  )
}

/** Drivers lock memory that has no flag, so VmLck may be more; what devices are behind is not counted in it. */
function judgeLocked(against: Against, is: (row: number, flag: string) => boolean): void {
  const { judge, sums, index, table } = against
  const total = sums.get('VmLck')
  if (total === undefined) return
  const isCounted = (row: number): boolean =>
    is(row, 'lo') && !['io', 'pf', 'mm', 'de', 'ht'].some((flag) => is(row, flag))
  const sum = addUp(table, countedSize(table), isCounted)
  judge.ask('sum-mismatch')
  if (total.value < sum)
    judge.broken('sum-mismatch', regionsSide(against, 'sum of locked regions', sum), sumSide(index, total))
}

/** True when every region has its flags. */
function saysFlags(table: RegionTable): boolean {
  for (let row = 0; row < table.length; row++) if ((table.vmFlags(row)?.length ?? 0) === 0) return false
  return true
}
