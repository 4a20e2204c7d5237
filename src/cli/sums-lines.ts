import type { View } from '../adapter.js'
import type { DriftedSum } from '../ops/check/finding.js'
import type { Comparison } from '../ops/compare.js'
import { printable } from '../report/printable.js'
import type { Colors } from './colors.js'

/** How many sums a view of sums has: the counters of its one record, or its totals. */
export function sumCount({ table, totals }: View): number {
  let count = totals.length
  for (const column of table.columns.counters.values()) if (table.length > 0 && column.has(0)) count += 1
  return count
}

/** How a view of sums stands to the regions. */
export function sumsStanding({ sums }: Comparison, index: number, colors: Colors): string {
  const wrong = sums.findings.filter(({ actual }) => actual.view === index).length
  if (wrong > 0) return colors.red(`disagrees on ${wrong}`)
  const isExcepted = sums.exceptions.some(({ example }) => example.view === index)
  return isExcepted ? `${colors.green('agrees')}; counted its own way, each by rule` : colors.green('agrees')
}

/** Sums that drifted, a row each: view, sum, how many, and both values. */
export function driftedSumRows(drifted: readonly DriftedSum[], names: readonly string[]): string[][] {
  return drifted.map(({ expected, actual }) => [
    names[actual.view] as string,
    actual.field,
    '1',
    printable(`${expected.value} → ${actual.value}`),
  ])
}
